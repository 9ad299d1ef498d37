import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** From its moment on, a sign-up must accept this version. */
export async function recordPolicyVersion(
  { store }: Context,
  { version, effectiveAt }: { readonly version: string; readonly effectiveAt: Instant },
): Promise<void> {
  await store.policyVersions.insert(version, effectiveAt);
}
