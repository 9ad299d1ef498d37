import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { createLogger, createPool, createService, type Service } from "@tidbok/service";
import type { Config } from "./config.ts";
import { createContext, type Context } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

/** Builds the service; does not listen. */
export async function createServer(
  config: Config,
  { clock = Date.now }: { clock?: () => number } = {},
): Promise<Service> {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 2 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const parts = { store: createStore(prisma) };
  return createService<Context>({
    name: "billing",
    config,
    log: createLogger("billing", { level: config.logLevel }),
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations: {},
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
