import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { collectedData } from "@tidbok/minimization";
import {
  createCursors,
  createLogger,
  createPool,
  createService,
  type Service,
} from "@tidbok/service";
import { publishPolicies } from "./actions/publish-policies.ts";
import { readPolicies } from "./adapters/policy-files.ts";
import type { Config } from "./config.ts";
import { createContext, type Context } from "./context.ts";
import { isSelf } from "./domain/relation.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

/** Builds the service and publishes what is new in the policies folder; does not listen. */
export async function createServer(
  config: Config,
  { clock = Date.now }: { clock?: () => number } = {},
): Promise<Service> {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 2 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const store = createStore(prisma);
  await publishPolicies(store, await readPolicies(config.policiesFolder));
  const parts = {
    store,
    cursors: createCursors(config.blindIndexKey),
    collected: collectedData(await readFile(config.supergraphFile, "utf8")),
  };
  return createService<Context>({
    name: "privacy",
    config,
    log: createLogger("privacy", { level: config.logLevel }),
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations: {
      Account: (caller, { id }: { id: string }) => (isSelf(caller, id) ? "self" : "none"),
    },
    createContext: (facts) => createContext(parts, facts),
    reactions,
    background: [],
    migrations: new URL("../prisma/migrations/", import.meta.url),
    pool,
    keysPool,
    close: () => prisma.$disconnect(),
    clock,
  });
}
