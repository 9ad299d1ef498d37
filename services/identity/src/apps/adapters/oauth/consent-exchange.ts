import { sessionCookie } from "@tidbok/domain";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { default as Provider, InteractionResults } from "oidc-provider";
import { languageOf, show } from "../../../log-in/adapters/show.ts";
import { givableScopes, type App } from "../../domain/app.ts";
import { expiredPage } from "./consent-page.ts";
import type { Person } from "../../domain/person.ts";
import type { OauthParts } from "./oauth-parts.ts";

/** A browser's request to a page of the authorization server. */
export type PageRequest = FastifyRequest<{ Params: { uid: string }; Body: URLSearchParams }>;

/** One request to a page, the answer to it, and the app's request that both belong to. */
export type Exchange = {
  readonly request: PageRequest;
  readonly reply: FastifyReply;
  readonly interaction: Awaited<ReturnType<Provider["interactionDetails"]>>;
  readonly provider: Provider;
  readonly parts: OauthParts;
};

/** The scopes that a person can give an app, of those that it asks for. */
export type Offer = {
  readonly person: Person;
  readonly app: App;
  readonly asked: readonly string[];
  readonly givable: readonly string[];
  readonly unapproved: readonly string[];
};

/** Hands the result to the authorization server, where the browser goes on. */
export async function finish(
  { request, reply, provider }: Exchange,
  result: InteractionResults,
): Promise<FastifyReply> {
  const returnTo = await provider.interactionResult(request.raw, reply.raw, result);
  return reply.code(303).header("location", returnTo).send();
}

/** Shows that the request has expired. */
export function showExpired({ request, reply }: Pick<Exchange, "request" | "reply">): FastifyReply {
  return show(reply.code(400), expiredPage(languageOf(request)));
}

/** The account whose session the browser's cookie opens; null without a live session. */
export function findAccountId({ request, parts }: Exchange): Promise<string | null> {
  return parts.accountOfCookie(request.cookies[sessionCookie] ?? "");
}

/** The offer to the person at the browser; null unless the app's request is for this person to decide. */
export async function findOffer(exchange: Exchange): Promise<Offer | null> {
  const { interaction, parts } = exchange;
  const { prompt, session, params } = interaction;
  const accountId = await findAccountId(exchange);
  if (prompt.name !== "consent" || !accountId || accountId !== session?.accountId) return null;
  const person = await parts.person(accountId);
  const app = await parts.findApp(String(params["client_id"]));
  if (!app || !person) return null;
  const asked = scopesIn(params).filter((scope) =>
    app.scopes.some((declared) => declared.scope === scope),
  );
  const approvals = await parts.approvalsOf(app.id);
  const givable = givableScopes(asked, { app, approvals, memberships: person.memberships });
  const unapproved = asked.filter((scope) => !givable.includes(scope));
  return { person, app, asked, givable, unapproved };
}

/** The scopes of an app's request, each once. */
export function scopesIn(params: Exchange["interaction"]["params"]): readonly string[] {
  return [...new Set(String(params["scope"] ?? "").split(" "))];
}
