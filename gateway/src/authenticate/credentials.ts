import { personalTokenPrefix, tokenTypes } from "@tidbok/domain";
import { decodeProtectedHeader } from "jose";

const personalToken = new RegExp(`^${personalTokenPrefix}[\\w-]{43}$`);

/** What a request shows of who sends it. */
export type Credentials =
  | { readonly kind: "none" }
  | { readonly kind: "cookie"; readonly token: string }
  | { readonly kind: "access"; readonly token: string; readonly scheme: "Bearer" | "DPoP" }
  | { readonly kind: "personal"; readonly token: string }
  | { readonly kind: "manageLink"; readonly token: string }
  | { readonly kind: "unknown" };

/** Reads the credentials of a request. A bearer token wins over a cookie: an app speaks for itself. */
export function credentialsOf({
  authorization,
  cookie,
}: {
  authorization: string | undefined;
  cookie: string | undefined;
}): Credentials {
  if (authorization !== undefined && authorization !== "") return bearer(authorization);
  // What cannot be a session's is none, and is not worth a question to identity.
  return cookie && /^[\w-]{1,128}$/.test(cookie)
    ? { kind: "cookie", token: cookie }
    : { kind: "none" };
}

function bearer(authorization: string): Credentials {
  const [, said = "", token] = /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined || token.length > 4_096) return { kind: "unknown" };
  const scheme = said.toLowerCase() === "dpop" ? "DPoP" : "Bearer";
  if (personalToken.test(token)) {
    return scheme === "Bearer" ? { kind: "personal", token } : { kind: "unknown" };
  }
  const type = typeOf(token);
  if (type === tokenTypes.access) return { kind: "access", token, scheme };
  return type === tokenTypes.manageLink && scheme === "Bearer"
    ? { kind: "manageLink", token }
    : { kind: "unknown" };
}

function typeOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).typ;
  } catch {
    // Not a JWT at all: the caller is told so by its kind.
    return undefined;
  }
}
