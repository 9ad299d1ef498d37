import { connectNats, overhear, startAnswering, type Envelope } from "@tidbok/events";
import type { Logger } from "@tidbok/service";
import type { Config } from "../config.ts";
import type { GraphServers } from "../graph/create-graph-servers.ts";
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
  memories,
}: {
  config: Pick<Config, "natsUrl" | "natsSeedFile">;
  log: Logger;
  servers: GraphServers;
  operations: RegisteredOperations;
  /** What is remembered of accounts and apps. */
  memories: readonly { forget(id: string): void; forgetAll(): void }[];
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
          hear: (event) => {
            const changed = idsIn(event);
            for (const memory of memories) changed.forEach((id) => memory.forget(id));
          },
          missed: () => memories.forEach((memory) => memory.forgetAll()),
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

// All events that are overheard say whose session, membership or permission it is; where only an app is
// named, it is about everybody who let it in. What an agent may look at hangs on the agent's session.
function idsIn(event: Envelope): readonly string[] {
  const { accountId, appId, staffId } = event.data as Readonly<Record<string, unknown>>;
  return [staffId ?? accountId ?? appId].map(String);
}
