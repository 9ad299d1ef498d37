import { createCursors, createService, type ServerOptions, type Service } from "@tidbok/service";
import { deliverDue } from "./mails/actions/deliver-due.ts";
import { createGraph } from "./mails/adapters/graph.ts";
import { createMailer } from "./mails/adapters/mailer.ts";
import type { Config } from "./config.ts";
import { createContexts, type Context } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers.ts";
import { subjects } from "./subjects.ts";
import { createStore } from "./store/index.ts";

const folder = new URL("../", import.meta.url);

/** Builds the service; does not listen. */
export function createServer(config: Config, options: ServerOptions = {}): Promise<Service> {
  const leaseMilliseconds = config.leaseSeconds * 1_000;
  return createService<Context, PrismaClient>({
    definition: {
      name: "integrations",
      folder,
      subjects,
      PrismaClient,
      resolvers,
      relations,
      reactions,
    },
    config,
    options,
    assemble: ({ prisma, bus, clock }) => ({
      createContext: createContexts({
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
      }),
      rounds: [{ everyMilliseconds: 250, purpose: "provide.notify", work: deliverDue }],
    }),
  });
}
