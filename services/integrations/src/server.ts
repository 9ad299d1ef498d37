import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  createBus,
  createCursors,
  createLogger,
  createPool,
  createService,
  inBackground,
  type RequestFacts,
  type Service,
} from "@tidbok/service";
import { deliverDue } from "./actions/deliver-due.ts";
import { createGraph } from "./adapters/graph.ts";
import { createMailer } from "./adapters/mailer.ts";
import type { Config } from "./config.ts";
import { createContext, type Context, type Parts } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

/** Builds the service; does not listen. */
export async function createServer(
  config: Config,
  { clock = Date.now }: { clock?: () => number } = {},
): Promise<Service> {
  const log = createLogger("integrations", { level: config.logLevel });
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 2 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const bus = createBus({ name: "integrations", config, log });
  const leaseMilliseconds = config.leaseSeconds * 1_000;
  const parts: Parts = {
    store: createStore(prisma),
    graph: createGraph((operation, variables) => bus.ask(operation, variables)),
    mailer: createMailer({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      longestMilliseconds: leaseMilliseconds * 0.8,
    }),
    cursors: createCursors(config.blindIndexKey),
    leaseMilliseconds,
    clock,
  };
  const courier = inBackground({
    everyMilliseconds: 250,
    log,
    work: () => deliverDue(createContext(parts, factsOfRound({ log, now: clock() }))),
  });
  return createService<Context>({
    name: "integrations",
    config,
    log,
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations: {},
    createContext: (facts) => createContext(parts, facts),
    reactions,
    background: [courier],
    bus,
    migrations: new URL("../prisma/migrations/", import.meta.url),
    pool,
    keysPool,
    close: () => prisma.$disconnect(),
    clock,
  });
}

// The worker's own round of work, which no request and no event began.
function factsOfRound({ log, now }: Pick<RequestFacts, "log" | "now">): RequestFacts {
  return {
    caller: { kind: "service", service: "integrations", purpose: "provide.notify" },
    requestId: randomUUID(),
    traceparent: null,
    now,
    log,
    withhold: () => {},
    extend: () => {},
  };
}
