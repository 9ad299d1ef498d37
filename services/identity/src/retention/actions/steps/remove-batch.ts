import type { Context } from "../../../context.ts";
import type { Retention } from "../../domain/retention.ts";

type Store = Context["store"];

/** Removes one batch of one kind in one transaction; how many rows. The keys that sealed them are to be destroyed. */
export function removeBatch(
  store: Store,
  { kind, limits }: { readonly kind: keyof Store["stale"]; readonly limits: Retention },
): Promise<number> {
  return store.transaction(async (store) => {
    const removed = await store.stale[kind](limits);
    if (typeof removed === "number") return removed;
    await store.keyDestructions.insert(removed);
    return removed.length;
  });
}
