import type { Context } from "../../../context.ts";
import { allowOneMore, freePlan } from "../../domain/entitlement.ts";

/**
 * Throws PlanLimitReached if the plan allows no more active meeting types. Locks the organization's plan until the
 * transaction ends, so that two requests cannot both use the last one that is allowed.
 */
export async function requirePlanLimit(
  { store }: Pick<Context, "store">,
  organizationId: string,
): Promise<void> {
  await store.entitlements.lock(organizationId);
  const entitlement = (await store.entitlements.find(organizationId)) ?? freePlan;
  allowOneMore(entitlement, await store.meetingTypes.countActive(organizationId));
}
