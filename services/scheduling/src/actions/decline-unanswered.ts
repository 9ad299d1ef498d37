import type { Context } from "../context.ts";
import { isUnanswered } from "../domain/booking.ts";
import { writeDeclined } from "./write-declined.ts";

// Few enough that a round is short; what is left comes in the next one at once.
const batch = 20;

/** Declines bookings that nobody has answered in time; whether there were any. */
export async function declineUnanswered(context: Context): Promise<boolean> {
  const { store, now, log } = context;
  const ids = await store.bookings.findUnanswered(now, batch);
  for (const bookingId of ids) {
    await store.transaction(async (inside) => {
      const booking = await inside.bookings.lock(bookingId);
      // Somebody, or another replica, may have been faster.
      if (!booking || !isUnanswered(booking, now)) return;
      await writeDeclined(
        { ...context, store: inside },
        { booking, by: "SYSTEM", changedBy: null },
      );
    });
  }
  if (ids.length > 0) log.info({ count: ids.length }, "bookings that nobody answered are declined");
  return ids.length > 0;
}
