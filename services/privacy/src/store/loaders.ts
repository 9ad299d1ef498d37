import DataLoader from "dataloader";
import type { Acceptance, Policy } from "../domain/policy.ts";
import type { Store } from "./index.ts";

/** Look-ups of one request, each gathered into one query. */
export function createLoaders(store: Store) {
  return {
    policy: new DataLoader<string, Policy | null>(async (ids) => {
      const found = new Map((await store.policies.findMany(ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    acceptances: new DataLoader<string, readonly Acceptance[]>(async (accountIds) => {
      const rows = await store.acceptances.list(accountIds);
      return accountIds.map((id) => rows.filter((row) => row.accountId === id));
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
