import {
  type DateOverride,
  type DateRange,
  type Travel,
  type WeeklyHours,
  zoneNamed,
  type Hours,
} from "@tidbok/availability";
import { type Instant, day, type Interval } from "@tidbok/domain";
import type { BookingLimit } from "./booking-limit.ts";

/** The hours in which an account can be booked in an organization, in wall time. */
export type Schedule = {
  readonly id: string;
  readonly organizationId: string;
  readonly ownerId: string;
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

/** A schedule with its name, where a caller is shown it after the row is gone. */
export type DeletedSchedule = Schedule & { readonly name: string | null };

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

/** Minutes since midnight of a wall time such as `09:00` or `24:00`. */
export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** The wall time at this many minutes since midnight; 1440 is `24:00`. */
export function wallTimeOf(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** An absence as instants; its dates are dates of the host's calendar. */
export function timeAway(
  schedule: HostHours,
  { from, to }: Pick<HostHours["absences"][number], "from" | "to">,
): Interval {
  return {
    start: midnight(schedule, Date.parse(from)),
    end: midnight(schedule, Date.parse(to) + day),
  };
}

/** Whether the host is away at any instant of the interval. */
export function isAway(schedule: HostHours, { start, end }: Interval): boolean {
  return schedule.absences.some((absence) => {
    const away = timeAway(schedule, absence);
    return away.start < end && start < away.end;
  });
}

// While the host travels, midnight is that of the destination.
function midnight({ timeZone, travel }: HostHours, wall: number): Instant {
  const date = new Date(wall).toISOString().slice(0, 10);
  const trip = travel.find(({ from, to }) => from <= date && date <= to);
  return zoneNamed(trip?.timeZone ?? timeZone).instantOf(wall);
}

/** The window with 24:00 as its end if it ends at 00:00: people write both for the midnight that ends a day. */
export function closeAtMidnight<Window extends Hours>(window: Window): Window {
  return window.end === "00:00" ? { ...window, end: "24:00" } : window;
}
