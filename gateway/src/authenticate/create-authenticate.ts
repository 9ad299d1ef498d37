import { anonymous, DomainError, tokenTypes, type Caller } from "@tidbok/domain";
import { createTokenCheck } from "@tidbok/service";
import { errors, type JWTPayload } from "jose";
import type { ErrorCode } from "../errors/error-codes.ts";
import type { Keys } from "./create-keys.ts";
import { credentialsOf, type Credentials } from "./credentials.ts";
import type { Nonces } from "./create-nonces.ts";
import type { ClientLookup } from "./create-client-lookup.ts";
import { callerOfSession } from "./caller-of-session.ts";
import { createAccessCheck } from "./create-access-check.ts";
import type { SessionLookup } from "./create-session-lookup.ts";
import { TokenRefused } from "./token-refused.ts";

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
export class ManageLinkExpired extends DomainError<ErrorCode> {
  constructor() {
    super("MANAGE_LINK_EXPIRED", "This link has expired.");
  }
}

/** Access tokens: JWT, ES256, RFC 9068. Manage links: JWT, EdDSA. Cookies, people's own tokens: opaque, looked up at identity. */
export function createAuthenticate({
  keys,
  nonces,
  publicUrl,
  sessions,
  clients,
}: {
  keys: Pick<Keys, "access" | "manageLink">;
  nonces: Nonces;
  publicUrl: string;
  sessions: SessionLookup;
  clients: ClientLookup;
}): Authenticate {
  const byAccessToken = createAccessCheck({
    keys: keys.access,
    nonces,
    publicUrl,
    sessions,
    clients,
  });
  const checkManageLink = createTokenCheck<JWTPayload & { readonly bookingId: string }>({
    keys: keys.manageLink,
    options: {
      algorithms: ["EdDSA"],
      typ: tokenTypes.manageLink,
      issuer: "scheduling",
      audience: "gateway",
      requiredClaims: ["sub", "bookingId"],
    },
  });

  async function byManageLink(token: string): Promise<Caller> {
    const payload = await checkManageLink(token).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw new ManageLinkExpired();
      throw new TokenRefused("invalid_token", "This link is not valid.");
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
        // A cookie of an ended session belongs to a visitor that was logged out elsewhere.
        return session ? callerOfSession(session, Date.now()) : anonymous;
      }
      case "personal": {
        const client = await clients.byPersonalToken(shown.token, requestId);
        if (!client) {
          throw new TokenRefused("invalid_token", "This token has expired, or was revoked.");
        }
        return { kind: "client", ...client };
      }
      case "manageLink":
        return byManageLink(shown.token);
      case "unknown":
        throw new TokenRefused(
          "invalid_token",
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
