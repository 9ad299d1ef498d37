import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Series } from "../domain/series.ts";

/** A series, and its booking from which the caller sees it. */
export type SeenSeries = Series & {
  readonly seenFrom: Booking | null;
  /** The caller made the series in this very request. */
  readonly isOwn: boolean;
};

/** The series of a booking, or null. */
export async function seriesOfBooking(
  { loaders }: Context,
  booking: Booking & { readonly isOwn?: boolean },
): Promise<SeenSeries | null> {
  if (booking.seriesId === null) return null;
  const series = await loaders.series.load(booking.seriesId);
  return series && { ...series, seenFrom: booking, isOwn: booking.isOwn === true };
}
