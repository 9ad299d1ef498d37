import { newId } from "@tidbok/domain";
import { PolicyPublished } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../context.ts";
import { PolicyChanged } from "../domain/policy-changed.ts";
import { differences, type WrittenPolicy } from "../domain/policy.ts";

/**
 * Publishes each version that is new, and tells so in the same transaction. Throws PolicyChanged when
 * a version that was published reads differently now: what people accepted stays what they accepted.
 */
export async function publishPolicies(
  context: Context,
  written: readonly WrittenPolicy[],
): Promise<void> {
  for (const policy of written) await publish(context, policy);
}

async function publish(context: Context, written: WrittenPolicy): Promise<void> {
  const { version, hash } = written;
  await inTransaction(context, async ({ store, now, tell }) => {
    const id = newId();
    if (await store.policies.insert({ ...written, id, publishedAt: now })) {
      const effectiveAt = new Date(written.effectiveAt).toISOString();
      const subject = { about: id, organizationId: null };
      await tell(PolicyPublished, subject, { version, effectiveAt, hash });
      return;
    }
    const published = await store.policies.findByVersion(version);
    const changes = published ? differences(written, published) : ["version with this text"];
    if (changes.length > 0) throw new PolicyChanged(version, changes);
  });
}
