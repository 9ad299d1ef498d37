import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { partyOf } from "../domain/relation.ts";

/** The meeting in which the booking has a seat, for hosts and admins; null for other callers. */
export async function occurrenceOfBooking(
  { caller, loaders }: Context,
  booking: Booking,
): Promise<Occurrence | null> {
  const party = partyOf(caller, booking);
  return party === "HOST" || party === "ADMIN" ? loaders.occurrence.load(booking.id) : null;
}
