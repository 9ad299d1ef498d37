import type { LocalDate } from "../time/wall-time.ts";

/**
 * - `ONE_HOST`: the only host must be free.
 * - `COLLECTIVE`: all hosts must be free at once.
 * - `ROUND_ROBIN`: one host of every group must be free, and every fixed host too.
 */
export type Mode = "ONE_HOST" | "COLLECTIVE" | "ROUND_ROBIN";

/**
 * How far ahead a start may lie, in dates on each host's calendar, both ends included.
 *
 * - `ROLLING`: today and `days` more.
 * - `BUSINESS_DAYS`: up to the `days`-th Monday-to-Friday after today that is no holiday of the host.
 * - `FIXED`: from one date to another.
 */
export type Horizon =
  | { readonly type: "ROLLING" | "BUSINESS_DAYS"; readonly days: number }
  | { readonly type: "FIXED"; readonly from: LocalDate; readonly to: LocalDate };

/** At most so many bookings, and so many booked minutes (without buffers), in a period. */
export type Limit = {
  readonly bookings?: number | undefined;
  readonly minutes?: number | undefined;
};

/** Limits per day, ISO week (from Monday) and month of a host's calendar. A booking counts where it starts. */
export type Limits = {
  readonly perDay?: Limit | undefined;
  readonly perWeek?: Limit | undefined;
  readonly perMonth?: Limit | undefined;
};

/** The rules of a meeting type. Durations are whole minutes. */
export type MeetingRules = {
  readonly mode: Mode;
  readonly durationMinutes: number;
  /** All durations on offer, where there are several; `durationMinutes` is the one offered unasked. */
  readonly durationsMinutes?: readonly number[] | undefined;
  /** From one start to the next. Left out: as long as the meeting. */
  readonly stepMinutes?: number | undefined;
  readonly bufferBeforeMinutes?: number | undefined;
  readonly bufferAfterMinutes?: number | undefined;
  /** The least elapsed time from now to a start; exactly so much is enough. */
  readonly noticeMinutes?: number | undefined;
  /** The most elapsed time from now to a start; exactly so much is allowed. */
  readonly maximumNoticeMinutes?: number | undefined;
  readonly horizon?: Horizon | undefined;
  /** Of each host's bookings of this meeting type. */
  readonly limits?: Limits | undefined;
};
