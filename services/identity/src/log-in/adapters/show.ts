import type { IncomingHttpHeaders } from "node:http";
import { preferredLocale } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import type { Language } from "./page.ts";

/** The headers of our pages. `leadsTo` are the app's addresses, to which the answer of a form may lead. */
export function pageHeaders({ leadsTo = [] }: { leadsTo?: readonly string[] } = {}) {
  const origins = [...new Set(leadsTo.map(sourceOf))];
  const formAction = ["'self'", ...origins].join(" ");
  return {
    "content-security-policy": `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
    "cache-control": "no-store",
  };
}

// An address in the words of a content security policy, which knows no origin of a private-use scheme, and no IPv6.
function sourceOf(uri: string): string {
  const { origin, protocol, hostname } = new URL(uri);
  return origin === "null" || hostname.startsWith("[") ? protocol : origin;
}

/** Shows a page. */
export function show(
  reply: FastifyReply,
  html: string,
  options: { leadsTo?: readonly string[] } = {},
): FastifyReply {
  return reply.headers(pageHeaders(options)).type("text/html; charset=utf-8").send(html);
}

/** The language that the browser prefers, for pages without a known person. */
export function languageOf({ headers }: { readonly headers: IncomingHttpHeaders }): Language {
  return preferredLocale(headers["accept-language"] ?? "");
}
