import { EntitlementsChanged } from "@tidbok/events";
import type { Context } from "../context.ts";
import { entitlementsOf, startFree } from "../domain/subscription.ts";

/** Puts a new organization on the free plan and tells what it may use. Does nothing where there is a plan. */
export async function startSubscription(context: Context, organizationId: string): Promise<void> {
  const subscription = startFree(organizationId, context.now);
  await context.store.transaction(async (store) => {
    if (!(await store.subscriptions.insert(subscription))) return;
    await store.outbox.append(
      EntitlementsChanged,
      { aggregateId: organizationId, organizationId, occurredAt: context.now },
      { organizationId, plan: subscription.plan, ...entitlementsOf(subscription) },
    );
  });
}
