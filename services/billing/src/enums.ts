import type { Plan } from "./domain/plan.ts";
import type { Subscription } from "./domain/subscription.ts";

/** The domain's type of each enum of the SDL. */
export type Enums = {
  Plan: Plan;
  SubscriptionState: Subscription["state"];
};
