import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Series } from "../domain/series.ts";

/** A series, and the booking of it by which the caller knows of it. */
export type SeenSeries = Series & {
  readonly seenFrom: Booking | null;
  /** The caller has made it in this very request. */
  readonly isOwn: boolean;
};

/** The series that a booking was made in, or null. */
export async function seriesOfBooking(
  { loaders }: Context,
  booking: Booking & { readonly isOwn?: boolean },
): Promise<SeenSeries | null> {
  if (booking.seriesId === null) return null;
  const series = await loaders.series.load(booking.seriesId);
  return series && { ...series, seenFrom: booking, isOwn: booking.isOwn === true };
}
