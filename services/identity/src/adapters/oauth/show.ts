import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "./consent-page.ts";

/** Shows a page. `leadsTo` are the app's addresses: a browser follows the form's answer there. */
export function show(
  reply: FastifyReply,
  html: string,
  { leadsTo = [] }: { leadsTo?: readonly string[] } = {},
): FastifyReply {
  const origins = [...new Set(leadsTo.map((uri) => new URL(uri).origin))];
  const formAction = ["'self'", ...origins].join(" ");
  return reply
    .header(
      "content-security-policy",
      `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
    )
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(html);
}

/** The language that a browser asks for, where nothing better is known. */
export function languageOf({ headers }: Pick<FastifyRequest, "headers">): Language {
  return /^sv\b/i.test(headers["accept-language"] ?? "") ? "sv" : "en";
}
