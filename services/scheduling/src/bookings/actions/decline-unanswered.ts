import { createSweep, inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { decline, isUnanswered } from "../domain/booking.ts";
import { recordChange } from "./steps/record-change.ts";

/** A sweep that declines bookings without an answer in time, each in a transaction of its own. */
export const declineUnanswered = () =>
  createSweep<Context>({
    name: "decline unanswered bookings",
    findDue: ({ store }, query) => store.bookings.findUnanswered(query),
    processRow: (context, bookingId) =>
      inTransaction(context, async (context) => {
        const { store, now } = context;
        const booking = await store.bookings.lock(bookingId);
        // A host or another replica may have been faster.
        if (!booking || !isUnanswered(booking, now)) return false;
        const declined = decline(booking, { by: "SYSTEM", now });
        const change = { kind: "DECLINED", booking: declined, by: "SYSTEM", reason: null } as const;
        await recordChange(context, change);
        return true;
      }),
  });
