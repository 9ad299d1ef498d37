import { listen, startRelay, type InTransaction, type Reaction } from "@tidbok/events";
import type { Logger } from "../create-logger.ts";
import { bindTell, inTransaction, roundFacts, requestIdOf } from "../request-context.ts";
import type { OutageCheck } from "../store/create-outage-check.ts";
import type { AssembledService, ServiceContext } from "../service-definition.ts";

/** A service's events: its outbox is relayed, what it listens to is delivered. */
export type EventSide = {
  readonly start: () => Promise<void>;
  /** Stops taking in; what is being handled is finished. */
  readonly stop: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
};

/** The event side of a service: relay and listener, over the service's bus. */
export function createEventSide<Context extends ServiceContext>(
  definition: AssembledService<Context>,
  isOutage: OutageCheck,
): EventSide {
  const { name, config, log, bus } = definition;
  const running: { stop(): Promise<void> }[] = [];
  return {
    start: async () => {
      const nats = await bus.start();
      running.push(startRelay({ connectionString: config.databaseUrl, nats, log }));
      if (definition.reactions.length === 0) return;
      running.push(
        listen({
          nats,
          service: name,
          connectionString: config.databaseUrl,
          reactions: definition.reactions.map((reaction) => traced(reaction, log)),
          inTransaction: transactionsOf(definition),
          isOutage,
          log,
        }),
      );
    },
    stop: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
    disconnect: () => bus.stop(),
  };
}

// What a reaction does belongs to the request that the event came of, in the log and in what it tells in turn.
function traced<Context extends ServiceContext>(
  { definition, handle }: Reaction<Context>,
  log: Logger,
): Reaction<Context> {
  return {
    definition,
    handle: async (context, event) => {
      const { traceparent } = event;
      const requestId = requestIdOf(traceparent) ?? context.requestId;
      log.info({ requestId, eventId: event.id, type: event.type }, "event");
      await handle(bindTell({ ...context, requestId, traceparent }), event);
    },
  };
}

// The store of a reaction is bound to the transaction that remembers its event.
function transactionsOf<Context extends ServiceContext>({
  name,
  log,
  clock,
  createContext,
}: AssembledService<Context>): InTransaction<Context> {
  return (work) => {
    const context = createContext(roundFacts({ service: name, now: clock(), log }));
    return inTransaction(context, (context) => work({ context, sql: context.store.sql }));
  };
}
