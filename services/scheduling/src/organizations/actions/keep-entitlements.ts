import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Entitlement } from "../../meeting-types/domain/entitlement.ts";

/** Remembers what an organization's plan allows from now on. What is active already stays so. */
export async function keepEntitlements(
  { store }: Context,
  told: Entitlement & { readonly organizationId: string; readonly updatedAt: Instant },
): Promise<void> {
  const { organizationId, ...entitlement } = told;
  await store.entitlements.put(organizationId, entitlement);
}
