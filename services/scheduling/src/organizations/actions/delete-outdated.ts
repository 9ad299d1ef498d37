import { BookingDeleted } from "@tidbok/events";
import { createSweep, inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";

/** A sweep that deletes bookings after their retention period, each in a transaction of its own. */
export const deleteOutdated = () =>
  createSweep<Context>({
    name: "delete outdated bookings",
    findDue: ({ store }, query) => store.outdatedBookings.findDue(query),
    processRow: (context, bookingId) =>
      inTransaction(context, async (context) => {
        const { outdatedBookings } = context.store;
        const organizationId = await outdatedBookings.lock(bookingId, context.now);
        if (organizationId === null) return false;
        // The keys first: they lie in another database. If this transaction fails, the next round deletes the booking.
        await outdatedBookings.shred(bookingId);
        await outdatedBookings.remove(bookingId);
        const subject = { about: bookingId, organizationId };
        await context.tell(BookingDeleted, subject, { bookingId, organizationId });
        return true;
      }),
  });
