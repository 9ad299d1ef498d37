/**
 * The name of the cookie that holds a browser's session: the gateway reads it, and identity's pages set it too.
 * `__Host-` ties it to this host, to `/` and to TLS (or loopback).
 */
export const sessionCookie = "__Host-tidbok-session";

/** The beginning of every personal token, so that scanners of secrets recognize a token in a wrong place. */
export const personalTokenPrefix = "tidbok_pat_";

/** The `typ` header of the house's JWTs (RFC 8725): a token of one kind is never taken for another. */
export const tokenTypes = {
  /** An access token, which identity signs (RFC 9068). */
  access: "at+jwt",
  /** A token that tells one service the caller of a request, which the gateway signs. */
  caller: "caller+jwt",
  /** A manage link of one booking, which scheduling signs. */
  manageLink: "manage+jwt",
} as const;
