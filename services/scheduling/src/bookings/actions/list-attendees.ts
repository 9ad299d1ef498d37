import type { Attendee } from "../domain/attendee.ts";
import type { Booking } from "../domain/booking.ts";

/** The attendees without personal data, which is opened only for a caller that may see it. */
export function listAttendees(
  booking: Booking & { readonly isOwn?: boolean },
): readonly Attendee[] {
  return booking.attendeeIds.map((id) => ({ id, booking, isOwn: booking.isOwn === true }));
}
