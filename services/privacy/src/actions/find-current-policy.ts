import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";
import { NoPolicy } from "../domain/policy-errors.ts";

/** The policy that holds now. */
export async function findCurrentPolicy({ store, now }: Context): Promise<Policy> {
  const policy = await store.policies.findCurrent(now);
  if (!policy) throw new NoPolicy();
  return policy;
}
