import { EntitlementsChanged } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../context.ts";
import { entitlementsOf, startFree } from "../domain/subscription.ts";

/** Puts a new organization on the free plan and tells what it may use. Does nothing where there is a plan. */
export async function startSubscription(context: Context, organizationId: string): Promise<void> {
  const subscription = startFree(organizationId, context.now);
  await inTransaction(context, async (context) => {
    if (!(await context.store.subscriptions.insert(subscription))) return;
    await context.tell(
      EntitlementsChanged,
      { about: organizationId, organizationId },
      { organizationId, plan: subscription.plan, ...entitlementsOf(subscription) },
    );
  });
}
