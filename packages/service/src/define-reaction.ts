import type { Envelope, EventDefinition } from "@tidbok/events";
import type { z } from "zod";

/** What a service does when it hears of an event. */
export type Reaction<Context> = {
  readonly definition: EventDefinition<z.ZodType>;
  readonly handle: (context: Context, event: Envelope) => Promise<void>;
};

/**
 * Ties an event to what is done about it. The handler runs inside the transaction that remembers the
 * event, with a store bound to it, so its effect happens once; it does nothing outside the store.
 */
export function defineReaction<Context, Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
  handle: (context: Context, event: Envelope<z.output<Schema>>) => Promise<void>,
): Reaction<Context> {
  return {
    definition: definition as unknown as EventDefinition<z.ZodType>,
    handle: (context, event) => handle(context, event as Envelope<z.output<Schema>>),
  };
}
