import type { RequestFacts } from "@tidbok/service";
import { createLoaders, type Loaders } from "./store/loaders.ts";
import type { Store } from "./store/index.ts";

/** What the service is made of, once. */
export type Parts = { readonly store: Store };

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestFacts & Parts & { readonly loaders: Loaders };

export const createContext = (parts: Parts, facts: RequestFacts): Context => ({
  ...facts,
  ...parts,
  loaders: createLoaders(parts.store),
});
