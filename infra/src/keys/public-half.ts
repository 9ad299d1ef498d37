import type { JWK } from "jose";

/** What of a private signing key its verifiers may know. */
export function publicHalf(key: JWK): JWK {
  const { kty = "", crv = "", x = "", y, kid = "", alg = "", use = "sig" } = key;
  return { kty, crv, x, ...(y !== undefined && { y }), kid, alg, use };
}
