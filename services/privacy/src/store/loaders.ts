import DataLoader from "dataloader";
import type { Acceptance } from "../domain/acceptance.ts";
import type { Policy } from "../domain/policy.ts";
import type { Store } from "./index.ts";
import type { RetentionRule } from "./retention-rules.ts";

/** Look-ups of one request, each gathered into one query. */
export function createLoaders(store: Store) {
  return {
    acceptances: new DataLoader<string, readonly Acceptance[]>(async (accountIds) => {
      const found = await store.acceptances.listOf(accountIds);
      const byAccount = Map.groupBy(found, ({ accountId }) => accountId);
      return accountIds.map((id) => byAccount.get(id) ?? []);
    }),
    policy: new DataLoader<string, Policy | null>(async (versions) => {
      const found = await store.policies.findByVersions(versions);
      const byVersion = new Map(found.map((policy) => [policy.version, policy]));
      return versions.map((version) => byVersion.get(version) ?? null);
    }),
    retention: new DataLoader<string, RetentionRule | null>(async (organizationIds) => {
      const found = await store.retentionRules.findMany(organizationIds);
      const byId = new Map(found.map((rule) => [rule.organizationId, rule]));
      return organizationIds.map((id) => byId.get(id) ?? null);
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
