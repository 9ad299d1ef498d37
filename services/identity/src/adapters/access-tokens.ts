import { randomUUID } from "node:crypto";
import type { Instant } from "@tidbok/domain";
import { importJWK, SignJWT, type JWK } from "jose";

/** Signs the tokens by which the gateway knows an app's user without asking. */
export type AccessTokens = {
  readonly lifetimeSeconds: number;
  sign(claims: {
    readonly accountId: string;
    readonly sessionId: string;
    readonly authenticatedAt: Instant;
    readonly now: Instant;
  }): Promise<string>;
};

const lifetimeSeconds = 600;

/**
 * Access tokens of RFC 9068: `typ: at+jwt`, ES256, ten minutes. They name the account and the session
 * and nothing else; what the person may do is looked up, so that a lost role is lost at once. Rejects
 * when there is no key to sign with.
 */
export async function createAccessTokens({
  keys,
  issuer,
}: {
  /** A JWK set of private keys, as text; the first signs. */
  readonly keys: string;
  /** The public address; the audience too, for the gateway is both. */
  readonly issuer: string;
}): Promise<AccessTokens> {
  const key = firstKey(keys);
  const signingKey = await importJWK(key, "ES256");
  const header = { alg: "ES256", typ: "at+jwt", ...(key.kid ? { kid: key.kid } : {}) };
  return {
    lifetimeSeconds,
    sign: ({ accountId, sessionId, authenticatedAt, now }) => {
      const issuedAt = Math.floor(now / 1000);
      return new SignJWT({
        sid: sessionId,
        auth_time: Math.floor(authenticatedAt / 1000),
        client_id: "tidbok",
      })
        .setProtectedHeader(header)
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(accountId)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(signingKey);
    },
  };
}

function firstKey(text: string): JWK {
  const key = parse(text)?.keys?.[0];
  if (key?.kty === "EC" && key.crv === "P-256" && key.d) return key;
  throw new Error("TOKEN_KEYS_FILE is no JWK set that begins with a private P-256 key.");
}

function parse(text: string): { keys?: readonly JWK[] } | null {
  try {
    return JSON.parse(text) as { keys?: readonly JWK[] } | null;
  } catch {
    // JSON.parse's own message repeats the text, which is a private key.
    return null;
  }
}
