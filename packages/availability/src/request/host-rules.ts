import type { Interval } from "@tidbok/domain";
import type { LocalDate } from "../time/local-date.ts";
import type { Limits } from "./meeting-rules.ts";
import type { DateRange, Schedule } from "./schedule.ts";

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
