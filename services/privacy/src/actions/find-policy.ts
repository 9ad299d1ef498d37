import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

/** The version that is named, or the one that is in force now; null when there is none. */
export async function findPolicy(
  { store, now }: Context,
  version: string | null,
): Promise<Policy | null> {
  return version === null ? store.policies.findCurrent(now) : store.policies.findByVersion(version);
}
