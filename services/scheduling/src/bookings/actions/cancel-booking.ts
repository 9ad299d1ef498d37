import { NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../domain/booking.ts";
import { bookingToCancel } from "../domain/booking-input.ts";
import { CancellationTooLate, isTooLate } from "../domain/change-notice.ts";
import { partyOf } from "../domain/relation.ts";
import { lockExtent } from "./steps/lock-extent.ts";
import { writeCancelled } from "./steps/write-cancelled.ts";

export async function cancelBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, reason, extent } = validate(bookingToCancel, given);
  const { now, caller } = context;
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    // A retry of what was done changes nothing and tells nobody.
    if (booking.state === "CANCELLED") return booking;
    requireActive(booking, now);
    if (isTooLate(booking, { by, now })) {
      throw new CancellationTooLate(booking.changeNoticeMinutes);
    }
    for (const each of await lockExtent(inside, { booking, by, extent })) {
      await writeCancelled(inside, { booking: each, by, reason });
    }
    const [cancelled = booking] = await store.bookings.findMany([bookingId]);
    return cancelled;
  });
}
