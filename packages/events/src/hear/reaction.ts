import { DomainError, type ErrorCode } from "@tidbok/domain";
import type { EventDefinition } from "../define/define-event.ts";
import type { Envelope } from "../define/envelope.ts";

/**
 * What a service does when it hears of an event. The handler runs inside the transaction that
 * remembers the event; it does nothing that the transaction cannot take back, such as a network call.
 */
export type Reaction<Context> = {
  readonly definition: EventDefinition;
  readonly handle: (context: Context, event: Envelope) => Promise<void>;
};

/** The event's data is not what its definition says, and will not be the next time either. */
export class EventUnreadable extends DomainError<ErrorCode> {
  constructor() {
    super("EVENT_UNREADABLE", "The event's data is not what its definition says.");
  }
}

/**
 * The work of an event: its reaction with the data as the definition reads it, or nothing when there
 * is none. The work rejects with EventUnreadable when the data is not what the definition says; it
 * does so when it is the event's turn, because a letter that is buried lets its followers through.
 */
export function workOf<Context>(
  reaction: Reaction<Context> | undefined,
  event: Envelope,
): (context: Context) => Promise<void> {
  if (!reaction) return async () => undefined;
  const { definition, handle } = reaction;
  return async (context) => {
    if (event.schemaVersion > definition.version) {
      // Another process tells in a newer language than this one knows; after the next deployment it will.
      throw new Error(`${event.type} has version ${event.schemaVersion}, which is not known here.`);
    }
    const { success, data } = definition.schema.safeParse(event.data);
    if (!success) throw new EventUnreadable();
    await handle(context, { ...event, data });
  };
}
