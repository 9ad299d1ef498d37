import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { mayKnow, partyOf } from "../../bookings/domain/relation.ts";
import type { SeenSeries } from "./series-of-booking.ts";

/**
 * The bookings of a series in the order of their starts. Its attendee sees all of them, since one person
 * made them; of who attends each link shows its own alone. Hosts see those that they host.
 */
export async function listSeriesBookings(
  { caller, store }: Context,
  { id, seenFrom, isOwn }: SeenSeries,
): Promise<readonly (Booking & { readonly isOwn?: boolean })[]> {
  const bookings = await store.series.listBookings(id);
  if (isOwn) return bookings.map((booking) => ({ ...booking, isOwn }));
  const isAttendee = seenFrom !== null && partyOf(caller, seenFrom) === "ATTENDEE";
  return isAttendee ? bookings : bookings.filter((booking) => mayKnow(caller, booking));
}
