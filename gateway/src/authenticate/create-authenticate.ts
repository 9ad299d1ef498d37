import { anonymous, DomainError, Unauthenticated, type Caller } from "@tidbok/domain";
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from "jose";
import { credentialsOf, type Credentials } from "./credentials.ts";
import type { ClientLookup } from "./create-client-lookup.ts";
import { callerOfSession } from "./caller-of-session.ts";
import { createAccessCheck } from "./create-access-check.ts";
import type { SessionLookup } from "./create-session-lookup.ts";

/** Turns what a request shows into a Caller, or throws what is wrong with it. */
export type Authenticate = (
  shown: {
    authorization: string | undefined;
    cookie: string | undefined;
    dpop: string | undefined;
    method: string;
    path: string;
  },
  requestId: string,
) => Promise<Caller>;

/** The link of a booking has run out; its booking is long over. */
export class ManageLinkExpired extends DomainError {
  constructor() {
    super("MANAGE_LINK_EXPIRED", "This link has expired.");
  }
}

/** Access tokens: JWT, ES256, RFC 9068. Manage links: JWT, EdDSA. Cookies, people's own tokens: opaque, looked up at identity. */
export function createAuthenticate({
  accessJwks,
  manageLinkJwks,
  publicUrl,
  sessions,
  clients,
}: {
  accessJwks: JSONWebKeySet;
  manageLinkJwks: JSONWebKeySet;
  publicUrl: string;
  sessions: SessionLookup;
  clients: ClientLookup;
}): Authenticate {
  const manageKeys = createLocalJWKSet(manageLinkJwks);

  const byAccessToken = createAccessCheck({ accessJwks, publicUrl, sessions, clients });

  async function byManageLink(token: string): Promise<Caller> {
    const { payload } = await jwtVerify<{ bookingId: string }>(token, manageKeys, {
      algorithms: ["EdDSA"],
      typ: "manage+jwt",
      issuer: "scheduling",
      audience: "gateway",
      requiredClaims: ["sub", "bookingId", "exp"],
    }).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw new ManageLinkExpired();
      throw new Unauthenticated("This link is not valid.");
    });
    return {
      kind: "attendee",
      attendeeId: payload.sub ?? "",
      bookingId: payload.bookingId,
      purpose: "provide.schedule",
    };
  }

  async function byCredentials(
    shown: Exclude<Credentials, { kind: "access" }>,
    requestId: string,
  ): Promise<Caller> {
    switch (shown.kind) {
      case "none":
        return anonymous;
      case "cookie": {
        const session = await sessions.byCookie(shown.token, requestId);
        // A cookie of a session that ended is what a visitor has who was logged out elsewhere.
        return session ? callerOfSession(session) : anonymous;
      }
      case "personal": {
        const client = await clients.byPersonalToken(shown.token, requestId);
        if (!client) throw new Unauthenticated("This token has expired, or was revoked.");
        return { kind: "client", ...client };
      }
      case "manageLink":
        return byManageLink(shown.token);
      case "unknown":
        throw new Unauthenticated(
          "The Authorization header is not one that this service gave out.",
        );
    }
  }
  return async (shown, requestId) => {
    const credentials = credentialsOf(shown);
    if (credentials.kind !== "access") return byCredentials(credentials, requestId);
    const { dpop, method, path } = shown;
    const url = new URL(path, publicUrl).href;
    const proof = credentials.scheme === "DPoP" ? { dpop, method, url } : null;
    return byAccessToken({ token: credentials.token, proof }, requestId);
  };
}
