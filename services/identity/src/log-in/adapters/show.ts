import type { IncomingHttpHeaders } from "node:http";
import type { FastifyReply } from "fastify";
import type { Language } from "./page.ts";

/** What a page of ours tells the browser. `leadsTo` are the app's addresses: a form's answer is followed there. */
export function pageHeaders({ leadsTo = [] }: { leadsTo?: readonly string[] } = {}) {
  const origins = [...new Set(leadsTo.map((uri) => new URL(uri).origin))];
  const formAction = ["'self'", ...origins].join(" ");
  return {
    "content-security-policy": `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
    "cache-control": "no-store",
  };
}

/** Shows a page. */
export function show(
  reply: FastifyReply,
  html: string,
  options: { leadsTo?: readonly string[] } = {},
): FastifyReply {
  return reply.headers(pageHeaders(options)).type("text/html; charset=utf-8").send(html);
}

/** The language that a browser asks for, where nothing better is known. */
export function languageOf({ headers }: { readonly headers: IncomingHttpHeaders }): Language {
  return /^sv\b/i.test(headers["accept-language"] ?? "") ? "sv" : "en";
}
