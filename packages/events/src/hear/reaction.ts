import { DomainError, type ErrorCode } from "@tidbok/domain";
import type { z } from "zod";
import type { EventDefinition } from "../define/define-event.ts";
import type { Envelope } from "../define/envelope.ts";

/**
 * What a service does when an event reaches it. The handler runs inside the transaction that remembers the event; it
 * does nothing that the transaction cannot take back, such as a network call.
 */
export type Reaction<Context> = {
  readonly definition: EventDefinition;
  readonly handle: (context: Context, event: Envelope) => Promise<void>;
};

/** Ties an event to its handler, whose parameter is the event with its data as the definition reads them. */
export function defineReaction<Context, Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
  handle: (context: Context, event: Envelope<z.output<Schema>>) => Promise<void>,
): Reaction<Context> {
  return {
    definition,
    // handlerOf has read the data by this very definition before.
    handle: (context, event) => handle(context, event as Envelope<z.output<Schema>>),
  };
}

/** The event's data do not match its definition, and will not the next time either. */
export class EventUnreadable extends DomainError<ErrorCode> {
  constructor() {
    super("EVENT_UNREADABLE", "The event's data do not match its definition.");
  }
}

/**
 * The handler of an event: its reaction's, with the data as the definition reads them, or nothing where the service has
 * no reaction. The handler rejects with EventUnreadable when the data do not match; it does so in the event's turn,
 * because a dead letter lets the aggregate's later events through.
 */
export function handlerOf<Context>(
  reaction: Reaction<Context> | undefined,
  event: Envelope,
): (context: Context) => Promise<void> {
  if (!reaction) return async () => undefined;
  const { definition, handle } = reaction;
  return async (context) => {
    if (event.schemaVersion > definition.version) {
      // A newer process sent it. This process knows the version after the next deployment.
      throw new Error(`${event.type} has version ${event.schemaVersion}, which is not known here.`);
    }
    const { success, data } = definition.schema.safeParse(event.data);
    if (!success) throw new EventUnreadable();
    await handle(context, { ...event, data });
  };
}
