import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { declineBookingInput } from "../domain/booking-input.ts";
import { decline, requirePending, type Booking } from "../domain/booking.ts";
import { lockAsHost } from "./steps/lock-booking.ts";
import { recordChange } from "./steps/record-change.ts";

/** Declines a booking that waits for an answer, and opens its time. */
export async function declineBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, reason = null } = validate(declineBookingInput, given);
  return inTransaction(context, async (context) => {
    const { now } = context;
    const { booking, by } = await lockAsHost(context, bookingId);
    // A retry changes nothing and tells nothing.
    if (booking.state === "DECLINED") return booking;
    requirePending(booking, now);
    const declined = decline(booking, { by, now });
    return recordChange(context, { kind: "DECLINED", booking: declined, by, reason });
  });
}
