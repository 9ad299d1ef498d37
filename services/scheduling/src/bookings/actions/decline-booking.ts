import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { requirePending, type Booking } from "../domain/booking.ts";
import { bookingToDecline } from "../domain/booking-input.ts";
import { changedBy } from "./steps/changed-by.ts";
import { lockToAnswer } from "./steps/lock-to-answer.ts";
import { writeDeclined } from "./steps/write-declined.ts";

export async function declineBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, reason } = validate(bookingToDecline, given);
  const { now, caller } = context;
  return context.store.transaction(async (store) => {
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    // A retry of what was done changes nothing and tells nobody.
    if (booking.state === "DECLINED") return booking;
    requirePending(booking, now);
    if (reason) await store.attendees.saveCancellationReason(bookingId, reason);
    return writeDeclined({ ...context, store }, { booking, by, changedBy: changedBy(caller) });
  });
}
