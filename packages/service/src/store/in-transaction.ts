import { bindTell, type Tells } from "../request-context.ts";
import type { ServiceContext } from "../service-definition.ts";

/**
 * Does the work in one transaction and hands it a whole context: its store and what it tells commit together or not at
 * all. A transaction inside a transaction joins it. The work may run again after a lost race, so it changes nothing
 * but what is in the store. Everything else of the context (loaders included) stays as it was outside.
 */
export function inTransaction<
  Context extends Pick<ServiceContext, "store" | "now" | "traceparent">,
  Result,
>(context: Context, work: (context: Context & Tells) => Promise<Result>): Promise<Result> {
  return context.store.transaction((store) => work(bindTell({ ...context, store })));
}
