import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

/** The version with this id, or null. Every version is public, also one that does not hold yet. */
export async function findPolicyById({ store }: Context, id: string): Promise<Policy | null> {
  return store.policies.find(id);
}
