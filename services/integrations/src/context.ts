import type { Instant } from "@tidbok/domain";
import {
  createRequestContext,
  type Cursors,
  type RequestFacts,
  type RequestContext,
} from "@tidbok/service";
import type { Graph } from "./mails/adapters/graph.ts";
import type { DeliverySlots } from "./mails/adapters/delivery-slots.ts";
import type { Mailer } from "./mails/adapters/mailer.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";
import type { Store } from "./store/index.ts";

/** What the service is made of, once. */
export type Parts = {
  readonly store: Store;
  readonly graph: Graph;
  readonly mailer: Mailer;
  readonly slots: DeliverySlots;
  readonly cursors: Cursors;
  /** Where hosts find their bookings. */
  readonly appUrl: string;
  /** A keyed hash, hexadecimal, by which an address or an id is counted without being stored. */
  readonly fingerprintOf: (subject: string) => string;
  /** How long a worker has a delivery for itself from the moment when it gives it to the mail server. */
  readonly leaseMilliseconds: number;
  /** For work that outlasts the `now` that it began with: a lease must be compared with the present. */
  readonly clock: () => Instant;
};

/** What an action or a resolver may use, made for each request, each event and each round of the worker. */
export type Context = RequestContext<Parts & { readonly loaders: Loaders }>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, { ...parts, loaders: createLoaders(parts.store) });
