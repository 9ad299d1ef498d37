import { PolicyPublished } from "@tidbok/events";
import type { Policy } from "../domain/policy.ts";
import { PolicyChanged } from "../domain/policy-errors.ts";
import type { Store } from "../store/index.ts";

/**
 * Publishes the versions that were not yet, each with its news in one transaction. Throws PolicyChanged
 * when a published version's words are not what was published: nothing starts on a changed promise.
 */
export async function publishPolicies(store: Store, policies: readonly Policy[]): Promise<void> {
  for (const policy of policies) {
    await store.transaction(async (inner) => {
      const { id, version, effectiveAt, hash } = policy;
      if (await inner.policies.insert(policy)) {
        await inner.outbox.append(
          PolicyPublished,
          { aggregateId: id, organizationId: null },
          { version, effectiveAt: new Date(effectiveAt).toISOString(), hash },
        );
        return;
      }
      const published = await inner.policies.find(version);
      if (published?.hash !== hash) throw new PolicyChanged(version);
    });
  }
}
