import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import { findBooking } from "./find-booking.ts";

/** The attendee of a booking that the caller may know of; null for other callers and for a guest's id. */
export async function findAttendee(context: Context, id: string): Promise<Attendee | null> {
  const bookingId = isId(id) ? await context.store.attendees.bookingIdOf(id) : null;
  const booking = bookingId === null ? null : await findBooking(context, bookingId);
  return booking?.attendeeIds.includes(id) ? { id, booking, isOwn: false } : null;
}
