import { sessionCookie } from "@tidbok/domain";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { default as Provider, InteractionResults } from "oidc-provider";
import { givableScopes } from "../../domain/app.ts";
import { consentPage, expiredPage, logInPage } from "./consent-page.ts";
import { codePage } from "../../../log-in/adapters/code-page.ts";
import type { OauthParts, Person } from "./oauth-parts.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";

/** What a browser asks of a page. */
export type Page = FastifyRequest<{ Params: { uid: string }; Body: URLSearchParams }>;

/** What one request to a page does. */
export type Step = (exchange: Exchange) => Promise<unknown>;

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;
type Exchange = {
  readonly request: Page;
  readonly reply: FastifyReply;
  readonly interaction: Interaction;
};

/** The three things that a person does: open the page, log in on it, decide. */
export function createConsentSteps(
  provider: () => Provider,
  parts: OauthParts,
): { readonly ask: Step; readonly logIn: Step; readonly decide: Step } {
  const finish = async ({ request, reply }: Exchange, result: InteractionResults) => {
    const returnTo = await provider().interactionResult(request.raw, reply.raw, result);
    return reply.code(303).header("location", returnTo).send();
  };
  /** The person whom the request is about, if it is they who are at the browser, and what they can give. */
  const offer = async ({ request, interaction }: Exchange) => {
    const { prompt, session, params } = interaction;
    const accountId = await parts.accountOfCookie(cookieOf(request));
    if (prompt.name !== "consent" || !accountId || accountId !== session?.accountId) return null;
    return offerTo(await parts.person(accountId), { parts, params });
  };
  const expired = ({ request, reply }: Exchange) =>
    show(reply.code(400), expiredPage(languageOf(request)));

  const ask: Step = async (exchange) => {
    const { request, reply, interaction } = exchange;
    const { uid, prompt, params } = interaction;
    if (prompt.name === "login") {
      const accountId = await parts.accountOfCookie(cookieOf(request));
      const login = accountId !== null && !mustLogInAgain(params) ? { accountId } : null;
      if (login) return finish(exchange, { login: { ...login, remember: false } });
      // Whoever must show anew who they are is not helped by a log-in that the next page would ask for again.
      const providers = mustLogInAgain(params) ? [] : parts.providers;
      const language = languageOf(request);
      return show(reply, logInPage({ uid, language, refused: null, providers }));
    }
    const offered = await offer(exchange);
    if (!offered) return expired(exchange);
    const language = offered.person.locale === "sv" ? "sv" : "en";
    const html = consentPage({ uid, language, ...offered });
    return show(reply, html, { leadsTo: offered.app.redirectUris });
  };

  const logIn: Step = async (exchange) => {
    const { request, reply, interaction } = exchange;
    const { uid, prompt } = interaction;
    if (prompt.name !== "login") return expired(exchange);
    const typed = (name: string) => request.body.get(name) ?? "";
    const form = request.body.has("token")
      ? { token: typed("token"), code: typed("code") }
      : { email: typed("email"), password: typed("password") };
    const outcome = await parts.logIn(form, request.whence);
    if ("secondStep" in outcome) {
      const { secondStep: token, isWrong } = outcome;
      const html = codePage({ uid, language: languageOf(request), token, isWrong });
      return show(reply.code(isWrong ? 401 : 200), html);
    }
    if ("refused" in outcome) {
      const { refused } = outcome;
      const isTooOften = refused === "RATE_LIMITED";
      if (isTooOften) reply.header("retry-after", String(outcome.retryAfterSeconds));
      const html = logInPage({ uid, language: languageOf(request), refused });
      return show(reply.code(isTooOften ? 429 : 401), html);
    }
    const { cookie, maxAgeSeconds, accountId } = outcome;
    reply.header(
      "set-cookie",
      `${sessionCookie}=${cookie}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    );
    return finish(exchange, { login: { accountId, remember: false } });
  };

  const decide: Step = async (exchange) => {
    const { request, interaction } = exchange;
    const offered = await offer(exchange);
    if (!offered) return expired(exchange);
    if (request.body.get("decision") !== "allow") {
      return finish(exchange, { error: "access_denied" });
    }
    const ticked = new Set(request.body.getAll("scope"));
    const given = offered.givable.filter((scope) => ticked.has(scope));
    const declined = offered.asked.filter((scope) => !given.includes(scope));
    const { Grant } = provider();
    const grant = new Grant({ accountId: offered.person.id, clientId: offered.app.id });
    if (scopesIn(interaction.params).includes("openid")) grant.addOIDCScope("openid");
    if (given.length > 0) grant.addResourceScope(parts.publicUrl, given.join(" "));
    if (declined.length > 0) grant.rejectResourceScope(parts.publicUrl, declined.join(" "));
    return finish(exchange, { consent: { grantId: await grant.save() } });
  };
  return { ask, logIn, decide };
}

async function offerTo(
  person: Person | null,
  { parts, params }: { parts: OauthParts; params: Interaction["params"] },
) {
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

function scopesIn(params: Interaction["params"]): readonly string[] {
  return [...new Set(String(params["scope"] ?? "").split(" "))];
}

function mustLogInAgain(params: Interaction["params"]): boolean {
  const prompts = String(params["prompt"] ?? "").split(" ");
  return prompts.includes("login") || params["max_age"] != null;
}

function cookieOf(request: Page): string {
  const found = (request.headers.cookie ?? "")
    .split(/; */)
    .find((cookie) => cookie.startsWith(`${sessionCookie}=`));
  return found?.slice(sessionCookie.length + 1) ?? "";
}
