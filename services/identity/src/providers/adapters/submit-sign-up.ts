import { DomainError } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import { languageOf } from "../../log-in/adapters/show.ts";
import { readSignUp } from "./sign-up-page.ts";
import { answer, clearJourney, readJourney, type Visit } from "./visit.ts";

/**
 * Requests an account with the form of the page. What the provider said is not in the form but sealed in the browser's
 * cookie, which another site can neither read nor send.
 */
export async function submitSignUp(visit: Visit): Promise<FastifyReply> {
  const { request, parts } = visit;
  const journey = readJourney(visit);
  if (journey?.provider !== request.params.provider || journey.purpose.kind !== "SIGN_UP") {
    return answer(visit, { status: 400, name: "expired" });
  }
  const { person } = journey.purpose;
  // The body is missing if the browser sent no form.
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  try {
    const form = readSignUp(body, languageOf(request));
    await parts.signUp({ person, form }, request.pageOrigin);
  } catch (error) {
    if (error instanceof DomainError) return answer(visit, { status: 422, name: "wrong" });
    throw error;
  }
  clearJourney(visit);
  return answer(visit, { status: 200, name: "checkMail" });
}
