import DataLoader from "dataloader";
import type { Subscription } from "../domain/subscription.ts";
import type { Store } from "./index.ts";

/** Look-ups of one request, each gathered into one query. */
export function createLoaders(store: Store) {
  return {
    subscription: new DataLoader<string, Subscription | null>(async (organizationIds) => {
      const found = await store.subscriptions.findMany(organizationIds);
      const byId = new Map(found.map((row) => [row.organizationId, row]));
      return organizationIds.map((id) => byId.get(id) ?? null);
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
