import { newId, type Instant } from "@tidbok/domain";
import { PolicyPublished } from "@tidbok/events";
import type { Context } from "../context.ts";
import { PolicyChanged } from "../domain/policy-changed.ts";
import { differences, type WrittenPolicy } from "../domain/policy.ts";

type Publishing = { readonly store: Context["store"]; readonly now: Instant };

/**
 * Publishes each version that is new, and tells so in the same transaction. Throws PolicyChanged when
 * a version that was published reads differently now: what people accepted stays what they accepted.
 */
export async function publishPolicies(
  publishing: Publishing,
  written: readonly WrittenPolicy[],
): Promise<void> {
  for (const policy of written) await publish(publishing, policy);
}

async function publish({ store, now }: Publishing, written: WrittenPolicy): Promise<void> {
  const { version, hash } = written;
  await store.transaction(async (within) => {
    const id = newId();
    if (await within.policies.insert({ ...written, id, publishedAt: now })) {
      const effectiveAt = new Date(written.effectiveAt).toISOString();
      const place = { aggregateId: id, organizationId: null, occurredAt: now };
      await within.outbox.append(PolicyPublished, place, { version, effectiveAt, hash });
      return;
    }
    const published = await within.policies.findByVersion(version);
    const changes = published ? differences(written, published) : ["version with this text"];
    if (changes.length > 0) throw new PolicyChanged(version, changes);
  });
}
