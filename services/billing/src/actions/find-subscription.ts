import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { Entitlements } from "../domain/plan.ts";
import { entitlementsOf, type Subscription } from "../domain/subscription.ts";

/** The organization's subscription; null for a caller outside the organization. */
export async function findSubscription(
  context: Context,
  organizationId: string,
): Promise<(Subscription & { readonly entitlements: Entitlements }) | null> {
  if (!isMemberOf(context.caller, organizationId)) return null;
  const subscription = await context.loaders.subscription.load(organizationId);
  return subscription && { ...subscription, entitlements: entitlementsOf(subscription) };
}
