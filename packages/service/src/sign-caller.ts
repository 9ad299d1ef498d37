import { createHash } from "node:crypto";
import type { Caller, Origin } from "@tidbok/domain";
import { importJWK, SignJWT, type JWK } from "jose";
import { LRUCache } from "lru-cache";

/** A token that tells one service who asks, and if it must know from where; valid for 60 seconds at most. */
export type SignCaller = (
  caller: Caller,
  audience: string,
  whence?: { readonly origin?: Origin },
) => Promise<string>;

/**
 * A signer of caller tokens. A token is signed once per caller and service and reused for 30 seconds.
 * `currentKey` is asked each time, for the key may be another by then.
 */
export function createCallerSigner(currentKey: () => JWK): SignCaller {
  const imported = new WeakMap<JWK, ReturnType<typeof importJWK>>();
  const made = new LRUCache<string, Promise<string>>({ max: 10_000, ttl: 30_000 });
  return (caller, audience, { origin } = {}) => {
    const claims = origin ? { caller, origin } : { caller };
    const name = cacheName(claims, audience);
    const cached = made.get(name);
    if (cached) return cached;
    const privateJwk = currentKey();
    const key = imported.get(privateJwk) ?? importJWK(privateJwk, "EdDSA");
    imported.set(privateJwk, key);
    const token = key.then((signingKey) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "EdDSA", typ: "caller+jwt", kid: privateJwk.kid ?? "gateway" })
        .setIssuer("gateway")
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(signingKey),
    );
    made.set(name, token);
    return token;
  };
}

function cacheName(claims: object, audience: string): string {
  return createHash("sha256")
    .update(audience)
    .update("\0")
    .update(JSON.stringify(claims))
    .digest("base64");
}
