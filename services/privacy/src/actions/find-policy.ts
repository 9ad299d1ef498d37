import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

// What a version can be called. Anything else is none, and text with a NUL no database takes.
const versionName = /^[\w.-]{1,40}$/;

/** The version that is named, or the one that is in force now; null when there is none. */
export async function findPolicy(
  { store, now }: Context,
  version: string | null,
): Promise<Policy | null> {
  if (version === null) return store.policies.findCurrent(now);
  return versionName.test(version) ? store.policies.findByVersion(version) : null;
}
