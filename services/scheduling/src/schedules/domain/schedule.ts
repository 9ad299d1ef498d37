import type { DateOverride, DateRange, Travel, WeeklyHours } from "@tidbok/availability";
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
  readonly travel: readonly Travel[];
  /** On whose public holidays there are no weekly hours, or null. */
  readonly holidayCountry: string | null;
  /** Taken where no schedule of the owner is named. */
  readonly isDefault: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** A schedule and whatever else of its owner decides when they are free. */
export type HostHours = Schedule & {
  /** The owner has left the organization, or the account is out of use: they host nothing new. */
  readonly isMissing: boolean;
  /** Over all meeting types. */
  readonly limits: readonly BookingLimit[];
  readonly absences: readonly (DateRange & {
    readonly standIn: { readonly accountId: string; readonly scheduleId: string } | null;
  })[];
};
