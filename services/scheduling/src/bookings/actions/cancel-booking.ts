import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { CancellationTooLate } from "../domain/booking-errors.ts";
import { cancelBookingInput } from "../domain/booking-input.ts";
import { cancel, requireActive, type Booking } from "../domain/booking.ts";
import { isTooLate } from "../domain/is-too-late.ts";
import { lockBooking } from "./steps/lock-booking.ts";
import { lockExtent } from "./steps/lock-extent.ts";
import { recordChange } from "./steps/record-change.ts";

/** Cancels a booking, or with it others of its meeting or series, and opens the time. */
export async function cancelBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, reason = null, extent } = validate(cancelBookingInput, given);
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const { booking, by } = await lockBooking(context, bookingId);
    // A retry changes nothing and tells nothing.
    if (booking.state === "CANCELLED") return booking;
    requireActive(booking, now);
    if (isTooLate(booking, { by, now })) {
      throw new CancellationTooLate(booking.changeNoticeMinutes);
    }
    for (const each of await lockExtent(context, { booking, by, extent })) {
      const cancelled = cancel(each, { by, now });
      await recordChange(context, { kind: "CANCELLED", booking: cancelled, by, reason });
    }
    const [cancelled = booking] = await store.bookings.findMany([bookingId]);
    return cancelled;
  });
}
