import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";

/**
 * Wall times of one day. An `end` at or before `start` lies on the next day (`22:00`–`02:00`);
 * `24:00` is the midnight that closes the day.
 */
export type Hours = { readonly start: LocalTime; readonly end: LocalTime };

/** Hours that come back every week. Days: 1 = Monday … 7 = Sunday; overnight hours belong to the day they start on. */
export type WeeklyHours = Hours & { readonly days: readonly number[] };

/** What replaces the weekly hours of one date. No windows: closed. */
export type DateOverride = { readonly date: LocalDate; readonly windows: readonly Hours[] };

/** Dates on a host's calendar, both included. */
export type DateRange = { readonly from: LocalDate; readonly to: LocalDate };

/** Dates on which the hours are wall times of another zone. */
export type Travel = DateRange & { readonly timeZone: string };

/** When a host is open for meetings, in wall time. */
export type Schedule = {
  /** An IANA name such as `Europe/Stockholm`. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly overrides?: readonly DateOverride[] | undefined;
  readonly travel?: readonly Travel[] | undefined;
};
