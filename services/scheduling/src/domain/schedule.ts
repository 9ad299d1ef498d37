import type { DateOverride, WeeklyHours } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { BookingLimit } from "./booking-limit.ts";

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

/** A schedule and whatever else of its owner decides when they are free. */
export type HostHours = Schedule & {
  /** Over all meeting types. */
  readonly limits: readonly BookingLimit[];
};
