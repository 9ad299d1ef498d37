import { sessionCookie } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import type { Purpose } from "./create-attempts.ts";
import { logFailure } from "./log-failure.ts";
import { answer, writeJourney, type Visit } from "./visit.ts";

/** Sends the browser to the provider. */
export async function sendToProvider(visit: Visit): Promise<FastifyReply> {
  const { request, reply, parts } = visit;
  const provider = parts.providers.find(({ id }) => id === request.params.provider);
  const seconds = await parts.countVisit(request.pageOrigin);
  if (seconds !== null) {
    reply.header("retry-after", String(seconds));
    return answer(visit, { status: 429, name: "tooMany" });
  }
  const purpose = provider && (await purposeOf(visit));
  if (!provider || !purpose) return answer(visit, { status: 400, name: "expired" });
  const begun = await parts.client.begin(provider).catch(logFailure(parts, provider));
  if (!begun) return answer(visit, { status: 502, name: "away" });
  writeJourney(visit, { provider: provider.id, attempt: begun.attempt, purpose });
  return reply.code(303).header("location", begun.url.href).send();
}

// A ticket works only in the session that asked for it. Otherwise an attacker could send a victim an address with the
// attacker's ticket, and the victim's account at the provider would be linked to the attacker's account here.
async function purposeOf({ request, parts }: Visit): Promise<Purpose | null> {
  const { link, to } = request.query;
  if (link === undefined) return { kind: "LOG_IN", to: ownPage(to) };
  const ticket = parts.attempts.readTicket(link, parts.now());
  const session = await parts.sessionOfCookie(request.cookies[sessionCookie] ?? "");
  const isTheirs = ticket !== null && ticket.sessionId === session?.id;
  return isTheirs ? { kind: "LINK", sessionId: ticket.sessionId } : null;
}

// The only addresses to go on to are those of our own consent pages, since the parameter can hold any address.
function ownPage(to: string | undefined): string {
  return to !== undefined && /^\/oauth\/consent\/[\w-]{1,64}$/.test(to) ? to : "/log-in";
}
