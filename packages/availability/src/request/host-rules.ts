import type { Interval } from "@tidbok/domain";
import type { LocalDate, LocalTime } from "../time/wall-time.ts";
import type { Limits } from "./meeting-rules.ts";

/** Time that a host does not have. */
export type BusyInterval = Interval & {
  /** Buffers of that other meeting; they add to those of the meeting that is asked for. */
  readonly bufferBeforeMinutes?: number | undefined;
  readonly bufferAfterMinutes?: number | undefined;
  /**
   * Which limits it uses up: `MEETING_TYPE` is a booking of the meeting type that is asked for (it
   * counts for the host too), `HOST` one of another type. Left out: an entry of a calendar that is no booking.
   */
  readonly countsFor?: "MEETING_TYPE" | "HOST" | undefined;
};

/** A host and all that decides when they are free. */
export type HostRules = {
  readonly id: string;
  readonly schedule: Schedule;
  readonly busy: readonly BusyInterval[];
  /** Closed from the first date's midnight to the last one's, whatever the schedule says. */
  readonly outOfOffice?: readonly DateRange[] | undefined;
  /** Dates without weekly hours; an override of the date still opens it. */
  readonly holidays?: readonly LocalDate[] | undefined;
  /** Of the host's bookings of all meeting types. */
  readonly limits?: Limits | undefined;
  /** Round robin: takes part in every meeting. */
  readonly isFixed?: boolean | undefined;
  /** Round robin: one host of each group takes part. Left out: all are one group. */
  readonly group?: string | undefined;
  /** Round robin: see chooseHost. */
  readonly priority?: number | undefined;
  readonly weight?: number | undefined;
};

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
