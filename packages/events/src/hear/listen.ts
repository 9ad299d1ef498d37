import type { ServiceName } from "@tidbok/domain";
import { lead, type Running } from "../nats/lead.ts";
import { hears } from "../nats/topology.ts";
import { consumeStream, type StreamConsumption } from "./consume-stream.ts";
import { retryDeadLetters } from "./retry-dead-letters.ts";
import type { Reaction } from "./reaction.ts";

/** A service that listens to all streams that it hears. */
export type ListenOptions<Context> = Omit<StreamConsumption<Context>, "from" | "signal"> & {
  /** Of the service's database, straight to the server and not through a pooler. */
  readonly connectionString: string;
};

/**
 * Reacts to the events of the services that this one hears: each event once, each aggregate's in order. Several
 * processes may listen: one works and the others stand by, because competitors would mix up an aggregate's order.
 * Waits for NATS, its consumers and Postgres as long as it takes. Throws when a reaction is to an event that the service
 * does not hear, or two reactions are to the same event.
 */
export function listen<Context>(options: ListenOptions<Context>): Running {
  const { service, connectionString, reactions, log } = options;
  assertHeard(service, reactions);
  return lead({
    connectionString,
    task: "tidbok listen",
    log,
    work: async ({ signal }) => {
      const streams = hears[service].map((from) => consumeStream({ ...options, from, signal }));
      await Promise.all([...streams, retryDeadLetters({ ...options, signal })]);
    },
  });
}

function assertHeard<Context>(service: ServiceName, reactions: readonly Reaction<Context>[]): void {
  const types = new Set<string>();
  for (const { definition } of reactions) {
    if (!hears[service].includes(definition.service)) {
      throw new Error(`${service} does not hear ${definition.service}; see topology.ts.`);
    }
    if (types.has(definition.type)) throw new Error(`Two reactions to ${definition.type}.`);
    types.add(definition.type);
  }
}
