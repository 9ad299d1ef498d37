import type { ServiceName } from "@tidbok/domain";
import { lead, type Running } from "../nats/lead.ts";
import type { ListenOptions } from "./listen-options.ts";
import { listenToStream } from "./listen-to-stream.ts";
import type { Reaction } from "./reaction.ts";
import { hears } from "../nats/topology.ts";

/**
 * Reacts to the events of the services that this one hears: each event once, each aggregate's in
 * order. Several may run: one works, the others stand by, because an aggregate's events do not keep
 * their order among competitors. Waits for NATS, its consumers and Postgres as long as it takes.
 * Throws when a reaction is to an event that the service does not hear, or two are to the same.
 */
export function listen<Context>(options: ListenOptions<Context>): Running {
  const { service, connectionString, reactions, log } = options;
  assertHeard(service, reactions);
  return lead({
    connectionString,
    task: "tidbok listen",
    log,
    work: async ({ signal }) => {
      const streams = hears[service].map((from) => listenToStream({ ...options, from, signal }));
      await Promise.all(streams);
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
