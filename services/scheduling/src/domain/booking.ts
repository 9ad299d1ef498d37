import type { Instant } from "@tidbok/domain";
import type { Location } from "./location.ts";

/** The states of a booking, and which of them take time. */
export const bookingStates = ["PENDING", "CONFIRMED", "CANCELLED"] as const;

/** Whether a booking takes place. */
export type BookingState = (typeof bookingStates)[number];

/** A side of a booking. */
export type BookingParty = "HOST" | "ATTENDEE" | "ADMIN";

/** An appointment. It holds nothing about its attendee. */
export type Booking = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  readonly state: BookingState;
  readonly start: Instant;
  readonly end: Instant;
  /** iCalendar's SEQUENCE: clients ignore an update whose number is not higher than theirs. */
  readonly sequence: number;
  readonly location: Location;
  /** In the order of the meeting type; the first is the organizer. */
  readonly hostIds: readonly string[];
  /** Ids only; who they are is with the attendees. */
  readonly attendeeIds: readonly string[];
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: BookingParty | null;
};

/** Whether the booking can still be moved or cancelled. */
export function isActive(booking: Booking, now: Instant): boolean {
  return booking.state !== "CANCELLED" && booking.end > now;
}
