import type { EventDefinition } from "@tidbok/events";
import type { z } from "zod";
import type { RequestFacts } from "./request-facts.ts";
import type { TransactionalStore } from "./store/create-transactional-store.ts";

/** What an event is about: its aggregate orders it, its organization routes it. */
export type EventSubject = {
  /** The id of the aggregate: the row whose events are told in order. */
  readonly about: string;
  readonly organizationId: string | null;
};

/** Tells an event if, and only if, the transaction of the context commits; returns the event's id. */
export type Tell = <Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
  subject: EventSubject,
  data: z.input<Schema>,
) => Promise<string>;

/** Tells one event for each of many aggregates with one statement; each aggregate occurs once. */
export type TellMany = <Schema extends z.ZodType>(
  definition: EventDefinition<Schema>,
  events: readonly (EventSubject & { readonly data: z.input<Schema> })[],
) => Promise<void>;

/** The least that a context is made of: the facts of its request, and the store. */
type Bindable = Pick<RequestFacts, "now" | "traceparent"> & {
  readonly store: Pick<TransactionalStore<object>, "outbox">;
};

/** How a context tells events; time and trace are those of its request. */
export type Tells = { readonly tell: Tell; readonly tellMany: TellMany };

/** What an action or a resolver may use: the facts of the request, the service's parts, and the way to tell. */
export type RequestContext<Parts> = RequestFacts & Parts & Tells;

/** Makes the context of one request, one event or one round of background work. */
export function createRequestContext<Parts extends Pick<Bindable, "store">>(
  facts: RequestFacts,
  parts: Parts,
): RequestContext<Parts> {
  return bindTell({ ...facts, ...parts });
}

/** The context with a way to tell that writes to its own store, at its own time, within its own trace. */
export function bindTell<Context extends Bindable>(context: Context): Context & Tells {
  const { store, now, traceparent } = context;
  const eventOf = <Data>({ about, organizationId }: EventSubject, data: Data) => ({
    aggregateId: about,
    organizationId,
    occurredAt: now,
    traceparent,
    data,
  });
  return {
    ...context,
    // Each call names the event, its subject and its data in this order, as a sentence does.
    // eslint-disable-next-line tidbok/one-object
    tell: async (definition, subject, data) => {
      const [id] = await store.outbox.append(definition, [eventOf(subject, data)]);
      return id as string;
    },
    tellMany: async (definition, events) => {
      await store.outbox.append(
        definition,
        events.map(({ data, ...subject }) => eventOf(subject, data)),
      );
    },
  };
}
