import { sessionCookie } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import { codePage } from "../../log-in/adapters/code-page.ts";
import { setCookie } from "../../log-in/adapters/set-cookie.ts";
import { languageOf, show } from "../../log-in/adapters/show.ts";
import { ProviderTaken, type ProvidedPerson } from "../domain/provider-link.ts";
import { logFailure } from "./log-failure.ts";
import { signUpPage } from "./sign-up-page.ts";
import { answer, clearJourney, readJourney, writeJourney, type Visit } from "./visit.ts";

type Arrival = { readonly visit: Visit; readonly person: ProvidedPerson };

/** Takes the browser back from the provider, and logs in, links or offers a sign-up. */
export async function returnFromProvider(visit: Visit): Promise<FastifyReply> {
  const { request, parts } = visit;
  const provider = parts.providers.find(({ id }) => id === request.params.provider);
  const journey = readJourney(visit);
  clearJourney(visit);
  if (!provider || journey?.provider !== provider.id || journey.attempt === null) {
    return answer(visit, { status: 400, name: "expired" });
  }
  const url = new URL(request.url, parts.publicUrl);
  const person = await parts.client
    .finish(provider, { url, attempt: journey.attempt })
    .catch(logFailure(parts, provider));
  if (!person) return answer(visit, { status: 403, name: "denied" });
  const { purpose } = journey;
  if (purpose.kind === "LINK") return link({ visit, person, sessionId: purpose.sessionId });
  return logIn({ visit, person, to: purpose.kind === "LOG_IN" ? purpose.to : "/log-in" });
}

async function logIn({ visit, person, to }: Arrival & { to: string }): Promise<FastifyReply> {
  const { request, reply, parts } = visit;
  const loggedIn = await parts.logIn(person, request.pageOrigin);
  if (loggedIn?.secondStep) return askForCode({ visit, token: loggedIn.secondStep.token, to });
  if (!loggedIn?.session) return offerSignUp({ visit, person });
  const { cookie: value, maxAgeSeconds } = loggedIn.session;
  setCookie(reply, { name: sessionCookie, value, maxAgeSeconds });
  return reply.code(303).header("location", to).send();
}

// The consent page asks for the code itself. Otherwise the log-in page does, which reads the token behind the #.
function askForCode({
  visit: { request, reply },
  token,
  to,
}: {
  readonly visit: Visit;
  readonly token: string;
  readonly to: string;
}): FastifyReply {
  const [, uid] = /^\/oauth\/consent\/([\w-]+)$/.exec(to) ?? [];
  if (uid === undefined) {
    return reply.code(303).header("location", `/log-in#code.${token}`).send();
  }
  return show(reply, codePage({ uid, language: languageOf(request), token, isWrong: false }));
}

async function offerSignUp({ visit, person }: Arrival): Promise<FastifyReply> {
  const { request, reply, parts } = visit;
  const policyVersion = await parts.policyVersion();
  if (person.email === null || policyVersion === null) {
    return answer(visit, { status: 404, name: "unknown" });
  }
  const purpose = { kind: "SIGN_UP", person } as const;
  writeJourney(visit, { provider: person.provider, attempt: null, purpose });
  const html = signUpPage({ language: languageOf(request), person, policyVersion });
  return show(reply.code(404), html);
}

async function link({
  visit,
  person,
  sessionId,
}: Arrival & { sessionId: string }): Promise<FastifyReply> {
  const { request, parts } = visit;
  const session = await parts.sessionOfCookie(request.cookies[sessionCookie] ?? "");
  if (session?.id !== sessionId) return answer(visit, { status: 400, name: "expired" });
  try {
    await parts.link(session.accountId, person);
    return answer(visit, { status: 200, name: "linked" });
  } catch (error) {
    if (error instanceof ProviderTaken) return answer(visit, { status: 409, name: "taken" });
    throw error;
  }
}
