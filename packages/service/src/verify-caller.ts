import type { Caller, Origin } from "@tidbok/domain";
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { LRUCache } from "lru-cache";

/** Who asks, and where from as far as this service must know. */
export type Verified = { readonly caller: Caller; readonly origin?: Origin };

/** What a token says; rejects when the token is not the gateway's, not for us, or expired. */
export type VerifyCaller = (token: string) => Promise<Verified>;

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
  const known = new LRUCache<string, Verified>({ max: 5_000 });
  return async (token) => {
    const seen = known.get(token);
    if (seen) return seen;
    const { payload } = await jwtVerify<Verified>(token, keys, {
      algorithms: ["EdDSA"],
      typ: "caller+jwt",
      issuer: "gateway",
      audience,
      requiredClaims: ["exp", "iat", "caller"],
      maxTokenAge: 60,
    });
    const ttl = (payload.exp ?? 0) * 1000 - Date.now();
    const { caller, origin } = payload;
    const verified = origin ? { caller, origin } : { caller };
    if (ttl > 0) known.set(token, verified, { ttl });
    return verified;
  };
}
