import { connectNats, createAsk, type Ask, type Nats } from "@tidbok/events";
import type { ServiceName } from "@tidbok/domain";
import type { Logger } from "../create-logger.ts";
import type { ShellConfig } from "../read-shell-config.ts";

/** A service's line to the others: to ask the graph, and to tell and hear events. */
export type Bus = {
  /** Begins to connect; asking and telling wait for it. */
  readonly start: () => Promise<Nats>;
  /** Asks the graph a registered operation; see `createAsk`. */
  readonly ask: Ask;
  readonly stop: () => Promise<void>;
};

/** A bus that connects when it is started or first asked, so that building a service touches nothing. */
export function createBus({
  name,
  config,
  log,
}: {
  name: ServiceName;
  config: Pick<ShellConfig, "natsUrl" | "natsSeedFile">;
  log: Logger;
}): Bus {
  let nats: Promise<Nats> | undefined;
  const start = () =>
    (nats ??= connectNats({ servers: config.natsUrl, seedFile: config.natsSeedFile, name, log }));
  return {
    start,
    ask: async (operationName, variables) =>
      createAsk({ nats: await start(), service: name })(operationName, variables),
    stop: async () => {
      await (await nats)?.stop();
    },
  };
}
