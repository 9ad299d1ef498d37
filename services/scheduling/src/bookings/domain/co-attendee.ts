import type { Booking } from "./booking.ts";

/** An attendee of another booking of the same meeting. */
export type CoAttendee = {
  readonly attendeeId: string;
  /** The booking from which the caller sees this attendee. */
  readonly seenFrom: Booking;
};
