import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { mayKnow, partyOf } from "../../bookings/domain/relation.ts";
import type { SeenSeries } from "./series-of-booking.ts";

/**
 * The bookings of a series by start. The attendee sees all of them, because one person made them; the personal data of
 * each needs its own manage link. Hosts see those that they host.
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
