import type { FastifyReply } from "fastify";
import { languageOf, show } from "../../../log-in/adapters/show.ts";
import {
  findAccountId,
  findOffer,
  finish,
  showExpired,
  type Exchange,
} from "./consent-exchange.ts";
import { consentPage } from "./consent-page.ts";
import { logInPage } from "./log-in-page.ts";

/** Shows the page that the app's request waits for: the log-in, or the decision. */
export async function showConsent(exchange: Exchange): Promise<FastifyReply> {
  const { reply, interaction } = exchange;
  if (interaction.prompt.name === "login") return showLogIn(exchange);
  const offer = await findOffer(exchange);
  if (!offer) return showExpired(exchange);
  const language = offer.person.locale === "sv" ? "sv" : "en";
  const html = consentPage({ uid: interaction.uid, language, ...offer });
  // A device has no address to be sent back to.
  const leadsTo = interaction.params["redirect_uri"];
  return show(reply, html, { leadsTo: typeof leadsTo === "string" ? [leadsTo] : [] });
}

async function showLogIn(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, interaction, parts } = exchange;
  const { uid, params } = interaction;
  const isNewLogInRequired = requiresNewLogIn(params);
  const accountId = await findAccountId(exchange);
  if (accountId !== null && !isNewLogInRequired) {
    return finish(exchange, { login: { accountId, remember: false } });
  }
  // A log-in at a provider comes back to this page with a session, and the page would ask for a new log-in again.
  const providers = isNewLogInRequired ? [] : parts.providers;
  return show(reply, logInPage({ uid, language: languageOf(request), refused: null, providers }));
}

function requiresNewLogIn(params: Exchange["interaction"]["params"]): boolean {
  const prompts = String(params["prompt"] ?? "").split(" ");
  return prompts.includes("login") || params["max_age"] != null;
}
