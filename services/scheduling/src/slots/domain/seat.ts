import type { Interval } from "@tidbok/domain";

/** The place in a meeting that a booking or hold takes. */
export type Seat = {
  /** What all bookings and holds of one meeting have in common. */
  readonly occurrenceId: string;
  /** How many seats the meeting has. */
  readonly seats: number;
  /** The time that the meeting takes from its hosts, buffers inside. */
  readonly reserved: Interval;
};
