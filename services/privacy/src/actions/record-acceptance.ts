import { NotFound, type Instant } from "@tidbok/domain";
import type { Context } from "../context.ts";

/** Records that an account's owner accepted a version when they signed up. A repeat changes nothing. */
export async function recordAcceptance(
  { store }: Context,
  {
    accountId,
    policyVersion,
    acceptedAt,
  }: { accountId: string; policyVersion: string; acceptedAt: Instant },
): Promise<void> {
  const policy = await store.policies.find(policyVersion);
  if (!policy) throw new NotFound("policy");
  await store.acceptances.insert({ accountId, policyId: policy.id, acceptedAt });
}
