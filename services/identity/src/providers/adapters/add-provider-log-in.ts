import { sessionCookie } from "@tidbok/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { attemptLifetime } from "../domain/provider-link.ts";
import { codePage } from "../../log-in/adapters/code-page.ts";
import { escaped, page } from "../../log-in/adapters/page.ts";
import { languageOf, show } from "../../log-in/adapters/show.ts";
import { cookieOf, giveCookie, journeyCookie } from "./cookies.ts";
import type { Purpose } from "./create-attempts.ts";
import type { ProviderParts } from "./provider-parts.ts";
import { providerWords, type ProviderPageName } from "./provider-words.ts";
import type { Provider } from "./read-providers.ts";
import { readSignUp, signUpPage } from "./sign-up-page.ts";

type Visit = FastifyRequest<{
  Params: { provider: string };
  Querystring: { to?: string; link?: string; error?: string };
}>;

const isOpen = { config: { isOpen: true } } as const;

/** The way to a provider and back. Both are visits of a browser, without script. */
export async function addProviderLogIn(app: FastifyInstance, parts: ProviderParts): Promise<void> {
  const { providers, client, attempts, now } = parts;
  readForms(app);

  app.get("/log-in/with/:provider", isOpen, async (given, reply) => {
    const visit = given as Visit;
    const provider = providers.find(({ id }) => id === visit.params.provider);
    const seconds = await parts.waitFor(visit.whence);
    if (seconds !== null) {
      return tell({
        visit,
        reply: reply.code(429).header("retry-after", String(seconds)),
        name: "tooMany",
      });
    }
    const purpose = provider && (await purposeOf(visit, parts));
    if (!provider || !purpose) return tell({ visit, reply: reply.code(400), name: "expired" });
    const begun = await client.begin(provider).catch(noting(parts, provider));
    if (!begun) return tell({ visit, reply: reply.code(502), name: "away" });
    const journey = { provider: provider.id, attempt: begun.attempt, purpose };
    const maxAgeSeconds = attemptLifetime / 1000;
    giveCookie(reply, { name: journeyCookie, value: attempts.seal(journey, now()), maxAgeSeconds });
    return reply.code(303).header("location", begun.url.href).send();
  });

  app.get("/log-in/from/:provider", isOpen, async (given, reply) => {
    const visit = given as Visit;
    const provider = providers.find(({ id }) => id === visit.params.provider);
    const journey = attempts.open(cookieOf(visit, journeyCookie), now());
    giveCookie(reply, { name: journeyCookie, value: "", maxAgeSeconds: 0 });
    if (!provider || journey?.provider !== provider.id || journey.attempt === null) {
      return tell({ visit, reply: reply.code(400), name: "expired" });
    }
    const url = new URL(visit.url, parts.publicUrl);
    const person = await client
      .finish(provider, { url, attempt: journey.attempt })
      .catch(noting(parts, provider));
    if (!person) return tell({ visit, reply: reply.code(403), name: "denied" });
    const arrived = { visit, reply, parts, person };
    const { purpose } = journey;
    if (purpose.kind === "LINK") return finishLink({ ...arrived, sessionId: purpose.sessionId });
    return finishLogIn({ ...arrived, to: purpose.kind === "LOG_IN" ? purpose.to : "/log-in" });
  });

  // What the provider said is not sent by the browser but sealed in its cookie, which no other site can send along.
  app.post("/log-in/from/:provider/sign-up", isOpen, async (given, reply) => {
    const visit = given as Visit & { readonly body: unknown };
    const journey = attempts.open(cookieOf(visit, journeyCookie), now());
    const isSignUp = journey?.provider === visit.params.provider;
    if (!isSignUp || journey.purpose.kind !== "SIGN_UP") {
      return tell({ visit, reply: reply.code(400), name: "expired" });
    }
    const body = visit.body instanceof URLSearchParams ? visit.body : new URLSearchParams();
    const { person } = journey.purpose;
    const form = readSignUp(body, languageOf(visit));
    const outcome = await parts.signUp({ person, form }, visit.whence);
    if (outcome === "WRONG") return tell({ visit, reply: reply.code(422), name: "wrong" });
    giveCookie(reply, { name: journeyCookie, value: "", maxAgeSeconds: 0 });
    return tell({ visit, reply, name: "checkMail" });
  });
}

function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 16_384 },
    (_: unknown, body: string, done: (error: null, form: URLSearchParams) => void) =>
      done(null, new URLSearchParams(body)),
  );
}

type Arrived = {
  readonly visit: Visit;
  readonly reply: FastifyReply;
  readonly parts: ProviderParts;
  readonly person: Parameters<ProviderParts["logIn"]>[0];
};

async function finishLogIn({ visit, reply, parts, person, to }: Arrived & { to: string }) {
  const session = await parts.logIn(person, visit.whence);
  if (!session) return offerSignUp({ visit, reply, parts, person });
  if ("secondStep" in session) return askForCode({ visit, reply, token: session.secondStep, to });
  const { cookie: value, maxAgeSeconds } = session;
  giveCookie(reply, { name: sessionCookie, value, maxAgeSeconds });
  return reply.code(303).header("location", to).send();
}

// On the way to an app's page, that page asks for the code; else our own does, which reads the token behind the #.
function askForCode({
  visit,
  reply,
  token,
  to,
}: Pick<Arrived, "visit" | "reply"> & { token: string; to: string }) {
  const [, uid] = /^\/oauth\/consent\/([\w-]+)$/.exec(to) ?? [];
  if (uid === undefined) {
    return reply.code(303).header("location", `/log-in#code.${token}`).send();
  }
  return show(reply, codePage({ uid, language: languageOf(visit), token, isWrong: false }));
}

async function offerSignUp({ visit, reply, parts, person }: Arrived) {
  const policyVersion = await parts.policyVersion();
  reply.code(404);
  if (person.email === null || policyVersion === null) {
    return tell({ visit, reply, name: "unknown" });
  }
  const purpose = { kind: "SIGN_UP", person } as const;
  const journey = { provider: person.provider, attempt: null, purpose };
  const value = parts.attempts.seal(journey, parts.now());
  giveCookie(reply, { name: journeyCookie, value, maxAgeSeconds: attemptLifetime / 1000 });
  return show(reply, signUpPage({ language: languageOf(visit), person, policyVersion }));
}

async function finishLink(arrived: Arrived & { sessionId: string }) {
  const { visit, reply, parts, person, sessionId } = arrived;
  const session = await parts.sessionOfCookie(cookieOf(visit, sessionCookie));
  if (session?.sessionId !== sessionId)
    return tell({ visit, reply: reply.code(400), name: "expired" });
  return (await parts.link(session.accountId, person))
    ? tell({ visit, reply, name: "linked" })
    : tell({ visit, reply: reply.code(409), name: "taken" });
}

// Whoever is lured here with a ticket of somebody else would link their own account elsewhere to a stranger's.
async function purposeOf({ query, headers }: Visit, parts: ProviderParts): Promise<Purpose | null> {
  if (query.link === undefined) return { kind: "LOG_IN", to: ownPage(query.to) };
  const ticket = parts.attempts.readTicket(query.link, parts.now());
  const session = await parts.sessionOfCookie(cookieOf({ headers }, sessionCookie));
  const isTheirs = ticket !== null && ticket.sessionId === session?.sessionId;
  return isTheirs ? { kind: "LINK", sessionId: ticket.sessionId } : null;
}

// Back to where an app waits for an answer, and nowhere else: the address is not ours to follow.
function ownPage(to: string | undefined): string {
  return to !== undefined && /^\/oauth\/consent\/[\w-]{1,64}$/.test(to) ? to : "/log-in";
}

function tell({
  visit,
  reply,
  name,
}: {
  visit: Visit;
  reply: FastifyReply;
  name: ProviderPageName;
}): FastifyReply {
  const language = languageOf(visit);
  const { heading, text, back } = providerWords(language, name);
  const main = `<h1>${escaped(heading)}</h1><p>${escaped(text)}</p><p><a href="/log-in">${back}</a></p>`;
  return show(reply, page(language, main));
}

// Of what went wrong only the kind: texts of providers may name people.
function noting({ log }: ProviderParts, { id: provider }: Provider) {
  return (error: unknown): null => {
    const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
    log.warn({ provider, code: String(code ?? name) }, "a log-in at a provider failed");
    return null;
  };
}
