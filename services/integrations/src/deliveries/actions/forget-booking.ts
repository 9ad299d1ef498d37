import type { Context } from "../../context.ts";

/** Forgets a booking that is kept no longer: who took part, and which mails there were. */
export async function forgetBooking({ store }: Context, bookingId: string): Promise<void> {
  await store.deliveries.removeAbout(bookingId);
  await store.bookings.remove(bookingId);
}
