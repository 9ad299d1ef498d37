import cookies from "@fastify/cookie";
import { hour } from "@tidbok/domain";
import { createService, followFile, type ServerOptions, type Service } from "@tidbok/service";
import { addOauthRoutes } from "./apps/add-oauth-routes.ts";
import type { Config } from "./config.ts";
import { createContexts, createPageContexts, type Context } from "./context.ts";
import { createParts } from "./create-parts.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { addProviderRoutes } from "./providers/add-provider-routes.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers.ts";
import { eraseClosed } from "./retention/actions/erase-closed.ts";
import { forgetStale } from "./retention/actions/forget-stale.ts";
import { createTokenKeys } from "./sessions/adapters/token-keys.ts";
import { subjects } from "./subjects.ts";

const folder = new URL("../", import.meta.url);

/** Builds the service; does not listen. */
export function createServer(config: Config, options: ServerOptions = {}): Promise<Service> {
  return createService<Context, PrismaClient>({
    definition: {
      name: "identity",
      folder,
      subjects,
      PrismaClient,
      resolvers,
      relations,
      reactions,
    },
    config,
    options,
    assemble: async (shell) => {
      const { log, clock } = shell;
      const { publicUrl, tokenKeysFile } = config;
      const tokenKeys = createTokenKeys(config.tokenKeys);
      const parts = await createParts(config, { shell, tokenKeys });
      return {
        createContext: createContexts(parts),
        rounds: [
          { everyMilliseconds: hour, work: forgetStale },
          { everyMilliseconds: hour, work: eraseClosed() },
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
