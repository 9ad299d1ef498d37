import { createRequestContext, type RequestFacts, type RequestContext } from "@tidbok/service";
import { createLoaders, type Loaders } from "./store/loaders.ts";
import type { Store } from "./store/index.ts";

/** What the service is made of, once. */
export type Parts = { readonly store: Store };

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<Parts & { readonly loaders: Loaders }>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, { ...parts, loaders: createLoaders(parts.store) });
