import { randomUUID } from "node:crypto";
import { tokenTypes, type Instant } from "@tidbok/domain";
import { importJWK, SignJWT, type JWK } from "jose";
import type { TokenKeys } from "./token-keys.ts";

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
 * and nothing else; what the person may do is looked up, so that a lost role is lost at once.
 */
export function createAccessTokens({
  keys,
  issuer,
}: {
  readonly keys: TokenKeys;
  /** The public address; the audience too, for the gateway is both. */
  readonly issuer: string;
}): AccessTokens {
  const imported = new WeakMap<JWK, ReturnType<typeof importJWK>>();
  const signingKey = (key: JWK) => {
    const known = imported.get(key) ?? importJWK(key, "ES256");
    imported.set(key, known);
    return known;
  };
  return {
    lifetimeSeconds,
    sign: async ({ accountId, sessionId, authenticatedAt, now }) => {
      const [key = {}] = keys.all();
      const header = { alg: "ES256", typ: tokenTypes.access, kid: key.kid ?? "" };
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
        .sign(await signingKey(key));
    },
  };
}
