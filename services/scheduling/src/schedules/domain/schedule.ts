import type { DateOverride, DateRange, Travel, WeeklyHours } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { BookingLimit } from "./booking-limit.ts";

/** The hours in which an account can be booked in an organization, in wall time. */
export type Schedule = {
  readonly id: string;
  readonly organizationId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly overrides: readonly DateOverride[];
  readonly travel: readonly Travel[];
  /** The country with the public holidays that close the weekly hours, or null. */
  readonly holidayCountry: string | null;
  /** Used where a meeting type names no schedule of the owner. One schedule of each owner is the default. */
  readonly isDefault: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** A schedule and the other facts about its owner that decide when the owner is free. */
export type HostHours = Schedule & {
  /** The owner has left the organization or the account is deactivated, so the owner hosts nothing new. */
  readonly isMissing: boolean;
  /** Limits over all meeting types. */
  readonly limits: readonly BookingLimit[];
  readonly absences: readonly (DateRange & {
    readonly standIn: { readonly accountId: string; readonly scheduleId: string } | null;
  })[];
};
