import { randomUUID } from "node:crypto";
import { listen, startRelay, type Envelope } from "@tidbok/events";
import { createBus } from "./create-bus.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { ServiceContext, ServiceDefinition } from "./service-definition.ts";

/** A service's events: its outbox is relayed, what it listens to is delivered. */
export type EventSide = {
  readonly start: () => Promise<void>;
  /** Stops taking in; what is being handled is finished. */
  readonly stop: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
};

/** The event side of a service: relay and listener, over the service's bus. */
export function createEventSide<Context extends ServiceContext>(
  definition: ServiceDefinition<Context>,
): EventSide {
  const { name, config, log } = definition;
  const bus = definition.bus ?? createBus({ name, config, log });
  const running: { stop(): Promise<void> }[] = [];
  return {
    start: async () => {
      const nats = await bus.start();
      running.push(startRelay({ connectionString: config.databaseUrl, nats, log }));
      if (definition.reactions.length === 0) return;
      const handlers = definition.reactions.map((reaction) => ({
        definition: reaction.definition,
        handle: (event: Envelope, store: unknown) =>
          reaction.handle({ ...contextOf(definition, event), store } as Context, event),
      }));
      running.push(listen({ nats, service: name, handlers, log }));
    },
    stop: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
    disconnect: () => bus.stop(),
  };
}

function contextOf<Context extends ServiceContext>(
  { name, log, createContext, clock = Date.now }: ServiceDefinition<Context>,
  event: Envelope,
): Context {
  const facts: RequestFacts = {
    caller: { kind: "service", service: name, purpose: "provide.administer" },
    requestId: randomUUID(),
    traceparent: event.traceparent,
    now: clock(),
    log,
    // Nobody waits for an answer to an event, so there is nobody to tell.
    withhold: () => {},
    extend: () => {},
  };
  return createContext(facts);
}
