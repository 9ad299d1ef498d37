import { connectNats, overhear, startAnswering, type Envelope } from "@tidbok/events";
import type { Logger } from "@tidbok/service";
import type { SessionLookup } from "../authenticate/create-session-lookup.ts";
import type { Config } from "../config.ts";
import type { GraphServers } from "../create-graph-servers.ts";
import { createAnswer } from "./create-answer.ts";
import type { RegisteredOperations } from "./load-registered-operations.ts";

/** The gateway's side of NATS: it answers our services, and hears of sessions and memberships that change. */
export type Answering = { start(): Promise<void>; stop(): Promise<void> };

/** Connects when started; without NATS the gateway serves clients all the same. */
export function createAnswering({
  config,
  log,
  servers,
  operations,
  sessions,
}: {
  config: Pick<Config, "natsUrl" | "natsSeedFile">;
  log: Logger;
  servers: GraphServers;
  operations: RegisteredOperations;
  sessions: SessionLookup;
}): Answering {
  const running: { stop(): Promise<void> }[] = [];
  return {
    start: async () => {
      const nats = await connectNats({
        servers: config.natsUrl,
        seedFile: config.natsSeedFile,
        name: "gateway",
        log,
      });
      running.push(
        startAnswering({ nats, log, answer: createAnswer(servers, operations) }),
        overhear({
          nats,
          log,
          hear: (event) => sessions.forget(accountOf(event)),
          missed: sessions.forgetAll,
        }),
        nats,
      );
    },
    stop: async () => {
      // In the order of making: what answers stops before the connection that it answers over.
      for (const part of running) await part.stop();
    },
  };
}

// All events that are overheard say whose session or membership it is.
function accountOf(event: Envelope): string {
  return String((event.data as { accountId?: unknown }).accountId);
}
