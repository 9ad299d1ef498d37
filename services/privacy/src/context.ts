import type { Collected } from "@tidbok/minimization";
import type { Cursors, RequestFacts } from "@tidbok/service";
import type { Store } from "./store/index.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

/** What the service is made of, once. */
export type Parts = {
  readonly store: Store;
  readonly cursors: Cursors;
  /** What the composed graph collects about people. */
  readonly collected: readonly Collected[];
};

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestFacts & Parts & { readonly loaders: Loaders };

export const createContext = (parts: Parts, facts: RequestFacts): Context => ({
  ...facts,
  ...parts,
  loaders: createLoaders(parts.store),
});
