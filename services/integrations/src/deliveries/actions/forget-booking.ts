import type { Context } from "../../context.ts";

/** Deletes the participants and deliveries of a booking that is past its retention. */
export async function forgetBooking({ store }: Context, bookingId: string): Promise<void> {
  await store.deliveries.removeAbout(bookingId);
  await store.bookings.remove(bookingId);
}
