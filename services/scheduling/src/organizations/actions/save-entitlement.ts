import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Entitlement } from "../../meeting-types/domain/entitlement.ts";

/** Saves what an organization's plan allows. Meeting types that are active already stay active. */
export async function saveEntitlement(
  { store }: Pick<Context, "store">,
  {
    organizationId,
    ...entitlement
  }: Entitlement & { readonly organizationId: string; readonly updatedAt: Instant },
): Promise<void> {
  await store.entitlements.put(organizationId, entitlement);
}
