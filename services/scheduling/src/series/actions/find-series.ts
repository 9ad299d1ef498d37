import { isId } from "@tidbok/domain";
import { mayKnow } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { seriesOfBooking, type SeenSeries } from "./series-of-booking.ts";

/** The series, as the first of its bookings shows it that the caller may know of; null without such a booking. */
export async function findSeries(context: Context, id: string): Promise<SeenSeries | null> {
  const bookings = isId(id) ? await context.store.series.listBookings(id) : [];
  const seenFrom = bookings.find((booking) => mayKnow(context.caller, booking));
  return seenFrom ? seriesOfBooking(context, seenFrom) : null;
}
