import type { FastifyInstance } from "fastify";
import type { PageContexts, Parts } from "../context.ts";
import { countVisit } from "../log-in/actions/count-visit.ts";
import { findOpenSession } from "../sessions/actions/find-open-session.ts";
import { linkProvider } from "./actions/link-provider.ts";
import { logInByProvider } from "./actions/log-in-by-provider.ts";
import { signUpByProvider } from "./actions/sign-up-by-provider.ts";
import { addProviderLogIn } from "./adapters/add-provider-log-in.ts";
import { createOutboundFetch } from "./adapters/create-outbound-fetch.ts";
import { createProviderClient } from "./adapters/create-provider-client.ts";
import type { ProviderParts } from "./adapters/provider-parts.ts";
import { isLoopback } from "./adapters/read-providers.ts";

/** Adds the pages of log-ins at providers. Each visit has a context of its own. */
export async function addProviderRoutes(
  app: FastifyInstance,
  setup: {
    readonly parts: Parts;
    readonly contextOf: PageContexts;
    readonly publicUrl: string;
    readonly log: ProviderParts["log"];
    readonly clock: () => number;
  },
): Promise<void> {
  const { parts, contextOf, publicUrl, log, clock } = setup;
  const fetch = createOutboundFetch({ allowsLoopback: isLoopback(new URL(publicUrl)) });
  const providerParts: ProviderParts = {
    providers: parts.providers.list,
    attempts: parts.providers.attempts,
    client: createProviderClient({ publicUrl, fetch }),
    publicUrl,
    log,
    now: clock,
    sessionOfCookie: (cookie) => findOpenSession(contextOf(), cookie),
    logIn: (person, origin) => logInByProvider(contextOf(origin), person),
    policyVersion: () => parts.store.policyVersions.findCurrent(clock()),
    signUp: (signUp, origin) => signUpByProvider(contextOf(origin), signUp),
    link: (accountId, person) => linkProvider(contextOf(), { accountId, person }),
    countVisit: (origin) => countVisit(contextOf(origin), "oauth-network"),
  };
  await app.register((plugin) => addProviderLogIn(plugin, providerParts));
}
