import { newId } from "@tidbok/domain";
import { PolicyPublished } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../context.ts";
import { PolicyChanged } from "../domain/policy-changed.ts";
import { differences, type Policies, type WrittenPolicy } from "../domain/policy.ts";

/**
 * Publishes each version that is new, and tells so in the same transaction. Throws PolicyChanged when
 * a version that was published reads differently now: what people accepted stays what they accepted.
 */
export async function publishPolicies(
  context: Context,
  { published, reissued }: Policies,
): Promise<void> {
  for (const policy of published) {
    const others = reissued.filter(({ version }) => version === policy.version);
    await publish(context, [policy, ...others]);
  }
}

// The first edition is what a new installation publishes; an older one may hold any of them.
async function publish(
  context: Context,
  editions: readonly [WrittenPolicy, ...WrittenPolicy[]],
): Promise<void> {
  const [written] = editions;
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
    if (published === null) throw new PolicyChanged(version, ["version with this text"]);
    const isKnown = editions.some((each) => differences(each, published).length === 0);
    if (!isKnown) throw new PolicyChanged(version, differences(written, published));
  });
}
