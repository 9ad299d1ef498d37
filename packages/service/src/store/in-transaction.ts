import type { ServiceContext } from "../service-definition.ts";
import { bindTell } from "../request-context.ts";

/**
 * Does the work in one transaction and hands it a whole context: its store and what it tells commit together or not at
 * all. A transaction inside a transaction joins it. The work may run again after a lost race, so it changes nothing
 * but what is in the store. Everything else of the context (loaders included) stays as it was outside.
 */
export function inTransaction<Context extends ServiceContext, Result>(
  context: Context,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  return context.store.transaction((store) => work(bindTell({ ...context, store })));
}
