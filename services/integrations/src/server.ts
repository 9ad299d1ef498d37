import {
  createCursors,
  createService,
  inBackground,
  roundFacts,
  type ServerOptions,
  type Service,
} from "@tidbok/service";
import { forgetCounts } from "./deliveries/actions/forget-counts.ts";
import { slotCount } from "./deliveries/domain/slots-of.ts";
import { deliverDue } from "./mails/actions/deliver-due.ts";
import { createDeliverySlots } from "./mails/adapters/delivery-slots.ts";
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
    assemble: ({ prisma, vault, bus, log, clock }) => {
      const slots = createDeliverySlots(slotCount);
      const mailer = createMailer({
        smtpUrl: config.smtpUrl,
        from: config.mailFrom,
        connections: slotCount,
        longestMilliseconds: leaseMilliseconds * 0.75,
      });
      const createContext = createContexts({
        store: createStore(prisma),
        graph: createGraph((operation, variables) => bus.ask(operation, variables)),
        mailer,
        slots,
        appUrl: new URL("/app", config.publicUrl).href,
        cursors: createCursors(config.blindIndexKey),
        fingerprintOf: (subject) =>
          Buffer.from(vault.blindIndex("mail-limit", subject)).toString("hex"),
        leaseMilliseconds,
        clock,
      });
      const name = "integrations";
      const rounds = inBackground({
        everyMilliseconds: 250,
        log,
        work: () => {
          const facts = roundFacts({ service: name, purpose: "provide.notify", now: clock(), log });
          return deliverDue(createContext(facts));
        },
      });
      // Rounds do not wait for the mails that they begin to send; a stop does.
      const stop = async () => {
        await rounds.stop();
        await slots.allFree();
        mailer.close();
      };
      return {
        createContext,
        background: [{ start: rounds.start, stop }],
        rounds: [{ everyMilliseconds: 60_000, work: forgetCounts }],
      };
    },
  });
}
