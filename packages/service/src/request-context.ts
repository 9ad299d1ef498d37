import type { Caller, Instant, Origin, Purpose, ServiceName } from "@tidbok/domain";
import type { Withheld } from "@tidbok/minimization";
import { randomUUID } from "node:crypto";
import type { EventDefinition } from "@tidbok/events";
import type { z } from "zod";
import type { Logger } from "./create-logger.ts";
import type { TransactionalStore } from "./store/create-transactional-store.ts";

/** What the shell knows of one request, or of one event that is being reacted to. */
export type RequestFacts = {
  readonly caller: Caller;
  /** Where the request comes from; the gateway tells identity alone, and of mutations alone. */
  readonly origin?: Origin;
  /** A fingerprint of the network that a visitor's change comes from, for counting; only scheduling is told. */
  readonly network?: string;
  readonly requestId: string;
  readonly traceparent: string | null;
  readonly now: Instant;
  readonly log: Logger;
  /** Notes that a coordinate was withheld from the caller; reaches them in `extensions.privacy`. */
  readonly withhold: (withheld: Withheld) => void;
  /** Adds to the response's extensions, for the gateway to read. */
  readonly extend: (key: string, value: unknown) => void;
};

/** The facts of work that no caller asked for: an event, a round of background work, a route of the service's own. */
export function roundFacts({
  service,
  purpose = "provide.administer",
  now,
  log,
  origin,
}: {
  readonly service: ServiceName;
  readonly purpose?: Purpose;
  readonly now: Instant;
  readonly log: Logger;
  readonly origin?: Origin | null;
}): RequestFacts {
  return {
    caller: { kind: "service", service, purpose },
    ...(origin && { origin }),
    requestId: randomUUID(),
    traceparent: null,
    now,
    log,
    // No answer is written, so there is nothing to add to it.
    withhold: () => {},
    extend: () => {},
  };
}

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

/**
 * Does the work in one transaction and hands it a whole context: its store and what it tells commit together or not at
 * all. A transaction inside a transaction joins it. The work may run again after a lost race, so it changes nothing
 * but what is in the store. Everything else of the context (loaders included) stays as it was outside.
 */
export function inTransaction<
  Context extends Bindable & { readonly store: TransactionalStore<object> },
  Result,
>(context: Context, work: (context: Context & Tells) => Promise<Result>): Promise<Result> {
  return context.store.transaction((store) => work(bindTell({ ...context, store })));
}

const shape = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C Trace Context (version 00) in the header, or null: what a client made up goes no further. */
export function traceparentOf(header: unknown): string | null {
  return typeof header === "string" && shape.test(header) ? header : null;
}

/** A trace of its own for a request that came without one; its trace id is the request's id. */
export function traceparentFor(requestId: string): string {
  const hex = requestId.replaceAll("-", "");
  return `00-${hex}-${hex.slice(16)}-01`;
}

/** The id of the request that a trace belongs to, written as a UUID, so that one search finds all of its log lines. */
export function requestIdOf(traceparent: string | null): string | null {
  const hex = shape.exec(traceparent ?? "")?.[1];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}
