import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errors, type default as Provider } from "oidc-provider";
import { readForms } from "../../../log-in/adapters/read-forms.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";
import type { Exchange, PageRequest } from "./consent-exchange.ts";
import { expiredPage } from "./consent-page.ts";
import type { OauthParts } from "./oauth-parts.ts";
import { showConsent } from "./show-consent.ts";
import { submitConsent } from "./submit-consent.ts";
import { submitLogIn } from "./submit-log-in.ts";

const isOpen = { config: { isOpen: true } } as const;

/** The pages between an app's request and the answer to it: the log-in if needed, then the decision. */
export async function addConsent(
  app: FastifyInstance,
  { provider: current, parts }: { provider: () => Provider; parts: OauthParts },
): Promise<void> {
  readForms(app);

  // The browser's cookie tells the interaction that the page belongs to. Without that cookie the page has expired.
  const within =
    (step: (exchange: Exchange) => Promise<FastifyReply>) =>
    async (untyped: FastifyRequest, reply: FastifyReply) => {
      const request = untyped as PageRequest;
      const provider = current();
      const isForeign = request.method === "POST" && isFromElsewhere(request, parts.publicUrl);
      const interaction = isForeign
        ? null
        : await provider.interactionDetails(request.raw, reply.raw).catch(nullIfGone);
      if (interaction?.uid !== request.params.uid) {
        return show(reply.code(isForeign ? 403 : 400), expiredPage(languageOf(request)));
      }
      return step({ request, reply, interaction, provider, parts });
    };

  app.get("/oauth/consent/:uid", isOpen, within(showConsent));
  app.post("/oauth/consent/:uid", isOpen, within(submitConsent));
  app.post("/oauth/consent/:uid/log-in", isOpen, within(submitLogIn));
}

// Browsers that hide the page they come from (`no-referrer`) send `Origin: null`; the other header still tells it.
// Both only add to the interaction's cookie, which no form of another site can send.
function isFromElsewhere({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, "sec-fetch-site": site } = headers;
  if (site !== undefined) return site !== "same-origin";
  return origin !== undefined && origin !== "null" && origin !== new URL(publicUrl).origin;
}

function nullIfGone(error: unknown): null {
  if (error instanceof errors.SessionNotFound) return null;
  throw error;
}
