import type { Attendee } from "../domain/attendee.ts";
import type { Booking } from "../domain/booking.ts";

/** Who attends, without anything personal; that is opened only for who may see it. */
export function listAttendees(
  booking: Booking & { readonly isOwn?: boolean },
): readonly Attendee[] {
  return booking.attendeeIds.map((id) => ({ id, booking, isOwn: booking.isOwn === true }));
}
