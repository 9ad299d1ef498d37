import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";
import type { Policy } from "../domain/policy.ts";

/** The policy that was accepted, as it was and is. */
export async function findAcceptedPolicy(
  context: Context,
  { version }: Acceptance,
): Promise<Policy | null> {
  return context.loaders.policy.load(version);
}
