import { PlanLimitReached } from "./meeting-type-errors.ts";

/** What an organization's plan allows. */
export type Entitlement = {
  readonly plan: string;
  /** How many meeting types may be active at once; null for any number. */
  readonly activeMeetingTypes: number | null;
};

/** What holds until billing has told of the organization's plan. */
export const untilTold: Entitlement = { plan: "FREE", activeMeetingTypes: 3 };

/** Refuses one active meeting type more than the plan allows. */
export function allowAnother({ activeMeetingTypes }: Entitlement, active: number): void {
  if (activeMeetingTypes !== null && active >= activeMeetingTypes) {
    throw new PlanLimitReached(activeMeetingTypes);
  }
}
