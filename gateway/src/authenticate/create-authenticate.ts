import { anonymous, DomainError, Unauthenticated, type Caller } from "@tidbok/domain";
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from "jose";
import { credentialsOf, type Credentials } from "./credentials.ts";
import type { LiveSession, SessionLookup } from "./create-session-lookup.ts";

/** Turns what a request shows into a Caller, or throws what is wrong with it. */
export type Authenticate = (
  shown: { authorization: string | undefined; cookie: string | undefined },
  requestId: string,
) => Promise<Caller>;

/** The link of a booking has run out; its booking is long over. */
export class ManageLinkExpired extends DomainError {
  constructor() {
    super("MANAGE_LINK_EXPIRED", "This link has expired.");
  }
}

const freshForMs = 10 * 60 * 1000;

/** Access tokens: JWT, ES256, RFC 9068. Manage links: JWT, EdDSA. Cookies: opaque, looked up at identity. */
export function createAuthenticate({
  accessJwks,
  manageLinkJwks,
  publicUrl,
  sessions,
}: {
  accessJwks: JSONWebKeySet;
  manageLinkJwks: JSONWebKeySet;
  publicUrl: string;
  sessions: SessionLookup;
}): Authenticate {
  const accessKeys = createLocalJWKSet(accessJwks);
  const manageKeys = createLocalJWKSet(manageLinkJwks);

  async function byAccessToken(token: string, requestId: string): Promise<Caller> {
    const { payload } = await jwtVerify<{ sid: string }>(token, accessKeys, {
      algorithms: ["ES256"],
      typ: "at+jwt",
      issuer: publicUrl,
      audience: publicUrl,
      requiredClaims: ["sub", "sid", "exp"],
    }).catch(refuse("Your access token is not valid, or has expired."));
    const session = await sessions.byAccessToken(
      { accountId: payload.sub ?? "", sessionId: payload.sid },
      requestId,
    );
    return session ? callerOf(session) : ended();
  }

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

  async function byCredentials(shown: Credentials, requestId: string): Promise<Caller> {
    switch (shown.kind) {
      case "none":
        return anonymous;
      case "cookie": {
        const session = await sessions.byCookie(shown.token, requestId);
        // A cookie of a session that ended is what a visitor has who was logged out elsewhere.
        return session ? callerOf(session) : anonymous;
      }
      case "access":
        return byAccessToken(shown.token, requestId);
      case "manageLink":
        return byManageLink(shown.token);
      case "unknown":
        throw new Unauthenticated(
          "The Authorization header is not one that this service gave out.",
        );
    }
  }
  return (shown, requestId) => byCredentials(credentialsOf(shown), requestId);
}

function callerOf(session: LiveSession): Caller {
  return {
    kind: "account",
    accountId: session.accountId,
    sessionId: session.sessionId,
    isFresh: Date.now() - session.authenticatedAt < freshForMs,
    memberships: session.memberships,
    purpose: "provide.schedule",
  };
}

function ended(): never {
  throw new Unauthenticated("Your session has ended. Log in again.");
}

function refuse(message: string): () => never {
  return () => {
    throw new Unauthenticated(message);
  };
}
