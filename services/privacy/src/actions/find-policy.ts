import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

// The form of a version. Other text cannot be a version, and the database refuses text with a NUL.
const versionName = /^[\w.-]{1,40}$/;

/** The named version, or the one in force now; null for an unknown version. */
export async function findPolicy(
  { store, now }: Context,
  version: string | null,
): Promise<Policy | null> {
  if (version === null) return store.policies.findCurrent(now);
  return versionName.test(version) ? store.policies.findByVersion(version) : null;
}
