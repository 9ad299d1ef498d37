import type { Attendee } from "../../bookings/domain/attendee.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { BookingNote } from "../domain/booking-note.ts";

/** A note, with the attendee whom it is about. */
export type ShownNote = BookingNote & { readonly attendee: Attendee };

export function shownNote(note: BookingNote, booking: Booking): ShownNote {
  return { ...note, attendee: { id: note.attendeeId, booking, isOwn: false } };
}
