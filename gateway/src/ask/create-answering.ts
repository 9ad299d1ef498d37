import { connectNats, startAnswering, subscribeGateway } from "@tidbok/events";
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
        subscribeGateway({
          nats,
          log,
          forget: (id) => memories.forEach((memory) => memory.forget(id)),
          forgetAll: () => memories.forEach((memory) => memory.forgetAll()),
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
