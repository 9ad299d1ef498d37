import { tokenTypes, type Caller } from "@tidbok/domain";
import { createTokenCheck, type KeySet } from "@tidbok/service";
import type { JWTPayload } from "jose";
import { callerOfSession } from "./caller-of-session.ts";
import type { ClientLookup } from "./create-client-lookup.ts";
import { createProofCheck, type Proof } from "./create-proof-check.ts";
import type { Nonces } from "./create-nonces.ts";
import type { SessionLookup } from "./create-session-lookup.ts";
import { TokenRefused } from "./token-refused.ts";

/** An access token, and the proof that came with it; null for a bearer's. */
export type ShownToken = { readonly token: string; readonly proof: Proof | null };

type AccessClaims = JWTPayload & {
  readonly client_id: string;
  /** The session, of our own clients' tokens. */
  readonly sid?: string;
  /** The permission, of apps that a person let in. */
  readonly gid?: string;
  /** The organization that installed the app, of an app's own tokens. */
  readonly org?: string;
  readonly scope?: string;
  readonly cnf?: { readonly jkt?: string };
};

const ownClient = "tidbok";

/** The caller of an access token (RFC 9068): a person, or an app with its scopes. */
export function createAccessCheck({
  keys,
  nonces,
  publicUrl,
  sessions,
  clients,
}: {
  keys: KeySet;
  nonces: Nonces;
  publicUrl: string;
  sessions: SessionLookup;
  clients: ClientLookup;
}): (shown: ShownToken, requestId: string) => Promise<Caller> {
  const checkProof = createProofCheck(nonces);
  const checkToken = createTokenCheck<AccessClaims>({
    keys,
    options: {
      algorithms: ["ES256"],
      typ: tokenTypes.access,
      issuer: publicUrl,
      audience: publicUrl,
      requiredClaims: ["sub", "client_id"],
    },
    remembered: 20_000,
  });

  async function ofPerson({ sub = "", sid = "" }: AccessClaims, requestId: string) {
    const session = await sessions.byAccessToken({ accountId: sub, sessionId: sid }, requestId);
    if (!session) refuse("Your session has ended. Log in again.");
    return callerOfSession(session, Date.now());
  }

  async function ofApp(
    { sub, client_id: clientId, gid, org, scope }: AccessClaims,
    requestId: string,
  ): Promise<Caller> {
    // An app's own token names the app where others name a person (RFC 9068, 2.2).
    const accountId = sub === clientId ? null : (sub ?? "");
    const token = { clientId, accountId, grantId: gid ?? null, organizationId: org ?? null };
    const client = await clients.find(token, requestId);
    if (!client) refuse("This access was taken back.");
    const scopes = (scope ?? "").split(" ").filter((each) => client.scopes.includes(each));
    const { purpose, memberships } = client;
    return { kind: "client", clientId, accountId, memberships, scopes, purpose };
  }

  return async ({ token, proof }, requestId) => {
    const payload = await checkToken(token).catch(() =>
      refuse("Your access token is not valid, or has expired."),
    );
    // A token that is bound to a key is worth nothing without a proof of that key; no other takes one.
    const thumbprint = payload.cnf?.jkt;
    if ((thumbprint === undefined) !== (proof === null)) {
      refuse("This access token belongs to another scheme than the one it came with.");
    }
    if (thumbprint !== undefined && proof) await checkProof(proof, { token, thumbprint });
    return payload.client_id === ownClient
      ? ofPerson(payload, requestId)
      : ofApp(payload, requestId);
  };
}

function refuse(message: string): never {
  throw new TokenRefused("invalid_token", message);
}
