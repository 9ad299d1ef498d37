import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { findBooking } from "./find-booking.ts";
import { occurrenceOfBooking } from "./occurrence-of-booking.ts";

/** The meeting, for hosts and admins of one of its bookings; null for other callers. */
export async function findOccurrence(context: Context, id: string): Promise<Occurrence | null> {
  // All bookings of one meeting have the same hosts and organization, so that any of them decides.
  const bookingId = isId(id) ? await context.store.occurrences.anyBookingIdIn(id) : null;
  const booking = bookingId === null ? null : await findBooking(context, bookingId);
  return booking && occurrenceOfBooking(context, booking);
}
