import cookies from "@fastify/cookie";
import { hour, minute } from "@tidbok/domain";
import {
  createCursors,
  createService,
  createTurns,
  followFile,
  type ServerOptions,
  type Service,
  type Shell,
} from "@tidbok/service";
import { destroyKeys } from "./accounts/actions/destroy-keys.ts";
import { createLimits } from "./accounts/adapters/limits.ts";
import { createLinks } from "./accounts/adapters/links.ts";
import { createPasswords } from "./accounts/adapters/passwords.ts";
import { hashOf, newSecret } from "./accounts/adapters/secrets.ts";
import { createSteadily } from "./accounts/adapters/steadily.ts";
import { addOauthRoutes } from "./apps/add-oauth-routes.ts";
import type { Config } from "./config.ts";
import { createSeals } from "./accounts/adapters/seals.ts";
import { grantedScopes } from "./apps/adapters/oauth/granted-scopes.ts";
import { createContexts, createPageContexts, type Context, type Parts } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { createLogos } from "./organizations/adapters/logos.ts";
import { createWebauthn } from "./passkeys/adapters/webauthn.ts";
import { eraseRows } from "./personal-data.ts";
import { createAttempts } from "./providers/adapters/create-attempts.ts";
import { loadProviders } from "./providers/adapters/read-providers.ts";
import { addProviderRoutes } from "./providers/add-provider-routes.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers.ts";
import { eraseClosed } from "./retention/actions/erase-closed.ts";
import { forgetStale } from "./retention/actions/forget-stale.ts";
import { oneTimeCodes } from "./second-step/adapters/one-time-codes.ts";
import { createAccessTokens } from "./sessions/adapters/access-tokens.ts";
import { createTokenKeys, type TokenKeys } from "./sessions/adapters/token-keys.ts";
import { createStore } from "./store/index.ts";
import { subjects } from "./subjects.ts";

const name = "identity";
const folder = new URL("../", import.meta.url);
type AppShell = Shell<PrismaClient>;

/** Builds the service; does not listen. */
export function createServer(config: Config, options: ServerOptions = {}): Promise<Service> {
  return createService<Context, PrismaClient>({
    definition: { name, folder, subjects, PrismaClient, resolvers, relations, reactions },
    config,
    options,
    assemble: async (shell) => {
      const { log, clock } = shell;
      const { publicUrl, tokenKeysFile } = config;
      const tokenKeys = createTokenKeys(config.tokenKeys);
      const parts = await partsOf(config, { shell, tokenKeys });
      return {
        createContext: createContexts(parts),
        rounds: [
          ...[forgetStale, eraseClosed()].map((work) => ({ everyMilliseconds: hour, work })),
          { everyMilliseconds: minute, work: destroyKeys },
        ],
        background: [followFile({ path: tokenKeysFile, log, apply: tokenKeys.replace })],
        addRoutes: async (app) => {
          const contextOf = createPageContexts(parts, { log, clock });
          await app.register(cookies);
          await addOauthRoutes(app, { parts, contextOf, tokenKeys, config, log, clock });
          await addProviderRoutes(app, { parts, contextOf, publicUrl, log, clock });
        },
      };
    },
  });
}

async function partsOf(
  config: Config,
  { shell, tokenKeys }: { readonly shell: AppShell; readonly tokenKeys: TokenKeys },
): Promise<Parts> {
  const { prisma, pool, vault } = shell;
  const { publicUrl, linkSecret: secret, unverifiedDays, endedDays, closingDays } = config;
  const store = createStore(prisma, vault);
  const seals = createSeals(secret);
  const list = await loadProviders(config.providersFile, { publicUrl });
  return {
    store,
    // A hundred waiting log-ins are two seconds of work; a person gives up on a log-in that waits longer.
    passwords: await createPasswords(createTurns({ atOnce: 2, waitingAtMost: 100 })),
    accessTokens: createAccessTokens({ keys: tokenKeys, issuer: publicUrl }),
    links: createLinks({ secret, publicUrl }),
    limits: createLimits(pool),
    logos: createLogos(publicUrl),
    grantedScopes: (grant) => grantedScopes(seals, grant),
    steadily: createSteadily(config.steadyMilliseconds),
    webauthn: createWebauthn(publicUrl),
    oneTimeCodes,
    providers: { list, attempts: createAttempts({ secret, publicUrl }) },
    cursors: createCursors(secret),
    secrets: { make: newSecret, hashOf },
    keep: { unverifiedDays, endedDays, closingDays },
    erase: eraseRows,
  };
}
