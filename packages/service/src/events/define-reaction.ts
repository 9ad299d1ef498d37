import type { Envelope, EventDefinition, Reaction } from "@tidbok/events";
import type { z } from "zod";

/**
 * Ties an event to what is done about it. The handler runs inside the transaction that remembers the
 * event, with a store bound to it, so its effect happens once; it does nothing outside the store.
 */
export function defineReaction<Context, Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
  handle: (context: Context, event: Envelope<z.output<Schema>>) => Promise<void>,
): Reaction<Context> {
  return {
    definition,
    // The listener has read the data by this very definition before it comes here.
    handle: (context, event) => handle(context, event as Envelope<z.output<Schema>>),
  };
}
