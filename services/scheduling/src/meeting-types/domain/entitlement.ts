import { PlanLimitReached } from "./meeting-type-errors.ts";

/** The entitlement that an organization's plan gives it. */
export type Entitlement = {
  readonly plan: string;
  /** How many meeting types may be active at once; null for any number. */
  readonly activeMeetingTypes: number | null;
};

/** The entitlement of the free plan, which applies until an event of billing names the organization's plan. */
export const freePlan: Entitlement = { plan: "FREE", activeMeetingTypes: 3 };

/** Throws PlanLimitReached if the plan allows no active meeting type beyond the `active` ones. */
export function allowOneMore({ activeMeetingTypes }: Entitlement, active: number): void {
  if (activeMeetingTypes !== null && active >= activeMeetingTypes) {
    throw new PlanLimitReached(activeMeetingTypes);
  }
}
