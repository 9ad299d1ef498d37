import { createSweep } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { isUnanswered } from "../domain/booking.ts";
import { writeDeclined } from "./steps/write-declined.ts";

/** A sweep that declines bookings that nobody has answered in time, each in a transaction of its own. */
export const declineUnanswered = () =>
  createSweep<Context>({
    name: "decline bookings that nobody answered",
    findDue: ({ store }, asked) => store.bookings.findUnanswered(asked),
    settle: (context, bookingId) =>
      context.store.transaction(async (store) => {
        const booking = await store.bookings.lock(bookingId);
        // Somebody, or another replica, may have been faster.
        if (!booking || !isUnanswered(booking, context.now)) return false;
        await writeDeclined({ ...context, store }, { booking, by: "SYSTEM", changedBy: null });
        return true;
      }),
  });
