import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readForms } from "../../log-in/adapters/read-forms.ts";
import type { ProviderParts } from "./provider-parts.ts";
import { returnFromProvider } from "./return-from-provider.ts";
import { sendToProvider } from "./send-to-provider.ts";
import { submitSignUp } from "./submit-sign-up.ts";
import type { Visit } from "./visit.ts";

const isOpen = { config: { isOpen: true } } as const;

/** The way to a provider and back. A browser goes it without script. */
export async function addProviderLogIn(app: FastifyInstance, parts: ProviderParts): Promise<void> {
  readForms(app);
  const visited =
    (step: (visit: Visit) => Promise<FastifyReply>) =>
    (request: FastifyRequest, reply: FastifyReply) =>
      step({ request: request as Visit["request"], reply, parts });

  app.get("/log-in/with/:provider", isOpen, visited(sendToProvider));
  app.get("/log-in/from/:provider", isOpen, visited(returnFromProvider));
  app.post("/log-in/from/:provider/sign-up", isOpen, visited(submitSignUp));
}
