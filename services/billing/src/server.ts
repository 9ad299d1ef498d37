import { createService, type ServerOptions, type Service } from "@tidbok/service";
import type { Config } from "./config.ts";
import { createContexts, type Context } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

const folder = new URL("../", import.meta.url);

/** Builds the service; does not listen. */
export const createServer = (config: Config, options: ServerOptions = {}): Promise<Service> =>
  createService<Context, PrismaClient>({
    definition: { name: "billing", folder, PrismaClient, resolvers, relations, reactions },
    config,
    options,
    assemble: ({ prisma }) => ({ createContext: createContexts({ store: createStore(prisma) }) }),
  });
