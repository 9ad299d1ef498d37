import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { bookingIdInput } from "../domain/booking-input.ts";
import { confirm, requirePending, type Booking } from "../domain/booking.ts";
import { lockAsHost } from "./steps/lock-booking.ts";
import { recordChange } from "./steps/record-change.ts";

/** Confirms a booking. Its slot was reserved when the booking was requested, so confirming cannot conflict. */
export async function confirmBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId } = validate(bookingIdInput, given);
  return inTransaction(context, async (context) => {
    const { booking, by } = await lockAsHost(context, bookingId);
    // A retry changes nothing and tells nothing.
    if (booking.state === "CONFIRMED") return booking;
    requirePending(booking, context.now);
    return recordChange(context, { kind: "CONFIRMED", booking: confirm(booking), by });
  });
}
