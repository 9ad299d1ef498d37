import type { Caller } from "@tidbok/domain";
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { LRUCache } from "lru-cache";

/** The caller that a token names; rejects when the token is not the gateway's, not for us, or expired. */
export type VerifyCaller = (token: string) => Promise<Caller>;

/**
 * A verifier of caller tokens (JWT, EdDSA, `typ: caller+jwt`, RFC 8725): the gateway signs, everybody
 * else can only check. A token is verified once and remembered until it expires.
 */
export function createCallerVerifier({
  jwks,
  audience,
}: {
  jwks: JSONWebKeySet;
  audience: string;
}): VerifyCaller {
  const keys = createLocalJWKSet(jwks);
  const known = new LRUCache<string, Caller>({ max: 5_000 });
  return async (token) => {
    const seen = known.get(token);
    if (seen) return seen;
    const { payload } = await jwtVerify<{ caller: Caller }>(token, keys, {
      algorithms: ["EdDSA"],
      typ: "caller+jwt",
      issuer: "gateway",
      audience,
      requiredClaims: ["exp", "iat", "caller"],
      maxTokenAge: 60,
    });
    const ttl = (payload.exp ?? 0) * 1000 - Date.now();
    if (ttl > 0) known.set(token, payload.caller, { ttl });
    return payload.caller;
  };
}
