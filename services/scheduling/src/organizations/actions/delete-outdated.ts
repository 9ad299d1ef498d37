import { BookingDeleted } from "@tidbok/events";
import { createSweep } from "@tidbok/service";
import type { Context } from "../../context.ts";

/** A sweep that deletes bookings whose time to be kept is over, each in a transaction of its own. */
export const deleteOutdated = () =>
  createSweep<Context>({
    name: "delete bookings that are kept no longer",
    findDue: ({ store }, asked) => store.outdatedBookings.findDue(asked),
    settle: ({ store, now }, bookingId) =>
      store.transaction(async (inside) => {
        const outdated = await inside.outdatedBookings.lock(bookingId, now);
        if (outdated === null) return false;
        const { organizationId } = outdated;
        // The keys first: they lie in another database, and a booking without them is deleted in the next round.
        await inside.outdatedBookings.shred(bookingId);
        await inside.outdatedBookings.remove(bookingId);
        await inside.outbox.append(
          BookingDeleted,
          { aggregateId: bookingId, organizationId, occurredAt: now },
          { bookingId, organizationId },
        );
        return true;
      }),
  });
