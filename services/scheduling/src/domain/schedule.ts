import type { DateOverride, WeeklyHours } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";

/** When an account can be booked in an organization, in wall time. */
export type Schedule = {
  readonly id: string;
  readonly organizationId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly overrides: readonly DateOverride[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
