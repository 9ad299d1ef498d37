import {
  createRequestContext,
  type Cursors,
  type RequestFacts,
  type RequestContext,
} from "@tidbok/service";
import type { CollectedData } from "./domain/collected-data.ts";
import type { errorCodeFacts } from "./domain/error-code-facts.ts";
import type { ScopeFacts } from "./domain/scope-facts.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";
import type { Store } from "./store/index.ts";

/** What the service is made of, once. */
export type Parts = {
  readonly store: Store;
  readonly cursors: Cursors;
  /** What is collected about people, as the composed graph says it. */
  readonly collectedData: readonly CollectedData[];
  /** What each code of errors means, of all parts of the platform. */
  readonly errorCodes: typeof errorCodeFacts;
  /** What each scope lets an app do. */
  readonly scopes: readonly ScopeFacts[];
};

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<Parts & { readonly loaders: Loaders }>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, { ...parts, loaders: createLoaders(parts.store) });
