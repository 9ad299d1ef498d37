import type { Instant } from "@tidbok/domain";
import { plans, type Entitlements, type Plan } from "./plan.ts";

/** That an organization is on a plan. */
export type Subscription = {
  readonly organizationId: string;
  readonly plan: Plan;
  readonly state: "ACTIVE";
  readonly startedAt: Instant;
};

/** What every organization begins with: it costs nothing and asks for nothing. */
export function startFree(organizationId: string, now: Instant): Subscription {
  return { organizationId, plan: "FREE", state: "ACTIVE", startedAt: now };
}

/** What the organization may use now. */
export function entitlementsOf(subscription: Subscription): Entitlements {
  return plans[subscription.plan];
}
