import type { Attendee } from "../../bookings/domain/attendee.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { BookingNote } from "./booking-note.ts";

/** A note with the attendee that it is about; the attendee decides which callers may read the text. */
export type ShownNote = BookingNote & { readonly attendee: Attendee };

/** The note of a booking, with its attendee. */
export function shownNote(note: BookingNote, booking: Booking): ShownNote {
  return { ...note, attendee: { id: note.attendeeId, booking, isOwn: false } };
}
