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
import { readPolicies } from "./adapters/read-policies.ts";
import type { Config } from "./config.ts";
import { createContext, type Context, type Parts } from "./context.ts";
import { describeCollected } from "./domain/collected-data.ts";
import { relationTo } from "./domain/relation.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

type Options = {
  readonly clock?: () => number;
  /** Where the policies are written; tests have their own. */
  readonly policyFolder?: URL;
};

/** Builds the service; does not listen. Its start publishes what is new among the policies. */
export async function createServer(
  config: Config,
  { clock = Date.now, policyFolder = new URL("../policies/", import.meta.url) }: Options = {},
): Promise<Service> {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 2 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const supergraph = await readFile(config.supergraphFile, "utf8");
  const parts: Parts = {
    store: createStore(prisma),
    cursors: createCursors(config.blindIndexKey),
    collectedData: describeCollected(collectedData(supergraph)),
  };
  const service = await createService<Context>({
    name: "privacy",
    config,
    log: createLogger("privacy", { level: config.logLevel }),
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations: {
      Account: (caller, row: { id: string }) => relationTo(caller, row.id),
      PolicyAcceptance: (caller, row: { accountId: string }) => relationTo(caller, row.accountId),
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
  return {
    ...service,
    start: async () => {
      await publishPolicies({ store: parts.store, now: clock() }, await readPolicies(policyFolder));
      await service.start();
    },
  };
}
