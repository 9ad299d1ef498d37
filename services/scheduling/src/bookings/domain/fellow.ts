import type { Booking } from "./booking.ts";

/** Somebody else who attends the meeting of a booking. */
export type Fellow = {
  readonly attendeeId: string;
  /** The booking from which they are seen. */
  readonly seenFrom: Booking;
};
