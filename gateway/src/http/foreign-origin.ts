import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a page of another origin sends a request with the session cookie. Browsers always name the
 * origin of a page that posts; programs that send no Origin carry no cookie by accident.
 */
export function isForeignOrigin(
  headers: IncomingHttpHeaders,
  { publicUrl, allowedOrigins }: { publicUrl: string; allowedOrigins: readonly string[] },
): boolean {
  const { origin, host = "" } = headers;
  if (origin === undefined) return false;
  // A developer's proxy (Vite with changeOrigin) names our host and leaves the page's origin. The browser knows that the
  // page and the address that it asked are one origin; no page can write this header.
  if (headers["sec-fetch-site"] === "same-origin") return false;
  if (origin === new URL(publicUrl).origin || allowedOrigins.includes(origin)) return false;
  // Same host as was asked: `localhost` and `127.0.0.1` are two origins of one local platform.
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
