import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errors, type default as Provider } from "oidc-provider";
import { createConsentSteps, type Page, type Step } from "./create-consent-steps.ts";
import { expiredPage } from "./consent-page.ts";
import type { OauthParts } from "./oauth-parts.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";

const isOpen = { config: { isOpen: true } } as const;

/** The pages between an app's request and its answer: log in if need be, then say what it may do. */
export async function addConsent(
  app: FastifyInstance,
  { provider, parts }: { provider: () => Provider; parts: OauthParts },
): Promise<void> {
  app.removeAllContentTypeParsers();
  const form = { parseAs: "string", bodyLimit: 16_384 } as const;
  app.addContentTypeParser<string>(
    "application/x-www-form-urlencoded",
    form,
    (_: unknown, body: string, done: (error: null, form: URLSearchParams) => void) =>
      done(null, new URLSearchParams(body)),
  );

  /** Runs a step of the interaction whose cookie the browser shows. Without one the page has expired. */
  const within = (step: Step) => async (given: FastifyRequest, reply: FastifyReply) => {
    const request = given as Page;
    const isForeign = request.method === "POST" && isFromElsewhere(request, parts.publicUrl);
    const interaction = isForeign
      ? null
      : await provider().interactionDetails(request.raw, reply.raw).catch(nullIfGone);
    if (interaction?.uid !== request.params.uid) {
      return show(reply.code(isForeign ? 403 : 400), expiredPage(languageOf(request)));
    }
    return step({ request, reply, interaction });
  };

  const { ask, logIn, decide } = createConsentSteps(provider, parts);
  app.get("/oauth/consent/:uid", isOpen, within(ask));
  app.post("/oauth/consent/:uid", isOpen, within(decide));
  app.post("/oauth/consent/:uid/log-in", isOpen, within(logIn));
}

// Browsers that hide where they come from (`no-referrer`) send `Origin: null`, and say so by the other header.
// Both only add to the interaction's cookie, which no form of another site gets to send.
function isFromElsewhere({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, "sec-fetch-site": site } = headers;
  if (site !== undefined) return site !== "same-origin";
  return origin !== undefined && origin !== "null" && origin !== new URL(publicUrl).origin;
}

function nullIfGone(error: unknown): null {
  if (error instanceof errors.SessionNotFound) return null;
  throw error;
}
