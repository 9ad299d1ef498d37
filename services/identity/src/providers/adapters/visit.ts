import type { FastifyReply, FastifyRequest } from "fastify";
import { setCookie } from "../../log-in/adapters/set-cookie.ts";
import { languageOf, show } from "../../log-in/adapters/show.ts";
import { attemptLifetime } from "../domain/provider-link.ts";
import type { Journey } from "./create-attempts.ts";
import { providerPage } from "./provider-page.ts";
import type { ProviderParts } from "./provider-parts.ts";
import type { ProviderPageName } from "./provider-words.ts";

/** A browser on its way to a provider, or back from there. */
export type Visit = {
  readonly request: FastifyRequest<{
    Params: { provider: string };
    Querystring: { to?: string; link?: string };
    Body: URLSearchParams;
  }>;
  readonly reply: FastifyReply;
  readonly parts: ProviderParts;
};

const journeyCookie = "__Host-tidbok-journey";

/** The sealed note that the browser carries; null without one that is valid. */
export function readJourney({ request, parts }: Visit): Journey | null {
  return parts.attempts.open(request.cookies[journeyCookie] ?? "", parts.now());
}

/** Gives the browser a sealed note for ten minutes. */
export function writeJourney({ reply, parts }: Visit, journey: Journey): void {
  const value = parts.attempts.seal(journey, parts.now());
  setCookie(reply, { name: journeyCookie, value, maxAgeSeconds: attemptLifetime / 1000 });
}

/** Takes the note from the browser. */
export function clearJourney({ reply }: Visit): void {
  setCookie(reply, { name: journeyCookie, value: "", maxAgeSeconds: 0 });
}

/** Answers with a page that tells how the log-in went. */
export function answer(
  { request, reply }: Visit,
  { status, name }: { readonly status: number; readonly name: ProviderPageName },
): FastifyReply {
  return show(reply.code(status), providerPage(languageOf(request), name));
}
