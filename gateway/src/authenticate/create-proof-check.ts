import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from "jose";
import { LRUCache } from "lru-cache";
import type { Nonces } from "./create-nonces.ts";
import { TokenRefused } from "./token-refused.ts";

/** What a request shows to prove that its sender holds the key that a token is bound to. */
export type Proof = {
  /** The DPoP header. */
  readonly dpop: string | undefined;
  readonly method: string;
  /** The address that was asked, as clients know it, without query. */
  readonly url: string;
};

/** Throws TokenRefused unless the proof is for this request, this token and this key, and new. */
export type CheckProof = (
  proof: Proof,
  bound: { readonly token: string; readonly thumbprint: string },
) => Promise<void>;

const longestSeconds = 60;

/**
 * A check of DPoP proofs (RFC 9449, 4.3). A proof counts once per process, within a minute of its making, and
 * only with a nonce of ours.
 */
export function createProofCheck(nonces: Nonces): CheckProof {
  const seen = new LRUCache<string, true>({ max: 50_000, ttl: 2 * longestSeconds * 1000 });
  return async ({ dpop, method, url }, { token, thumbprint }) => {
    const { payload, protectedHeader } = await jwtVerify(dpop ?? "", EmbeddedJWK, {
      typ: "dpop+jwt",
      algorithms: ["ES256"],
      maxTokenAge: longestSeconds,
      clockTolerance: 5,
      requiredClaims: ["jti", "iat", "htm", "htu", "ath"],
    }).catch(refuse);
    const ath = createHash("sha256").update(token).digest("base64url");
    const isForThis =
      payload["htm"] === method && withoutQuery(payload["htu"]) === url && payload["ath"] === ath;
    const key = await calculateJwkThumbprint(protectedHeader.jwk as JWK);
    if (!isForThis || key !== thumbprint) refuse();
    if (!nonces.isOurs(payload["nonce"])) {
      throw new TokenRefused("use_dpop_nonce", "The DPoP proof needs the nonce of this answer.");
    }
    const id = `${key} ${payload.jti}`;
    if (seen.has(id)) refuse();
    seen.set(id, true);
  };
}

function withoutQuery(address: unknown): string | null {
  if (typeof address !== "string" || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function refuse(): never {
  throw new TokenRefused(
    "invalid_dpop_proof",
    "The DPoP proof is missing, or is not one for this request.",
  );
}
