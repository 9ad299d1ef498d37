import { validate } from "@tidbok/domain";
import { BookingConfirmed } from "@tidbok/events";
import type { Context } from "../../context.ts";
import { confirm, requirePending, type Booking } from "../domain/booking.ts";
import { bookingNamed } from "../domain/booking-input.ts";
import { changedBy } from "./steps/changed-by.ts";
import { lockToAnswer } from "./steps/lock-to-answer.ts";

/** Its time has been reserved since it was asked for: a yes can find it taken by nobody. */
export async function confirmBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId } = validate(bookingNamed, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    // A retry of what was done changes nothing and tells nobody.
    if (booking.state === "CONFIRMED") return booking;
    requirePending(booking, now);
    const confirmed = confirm(booking);
    const { organizationId, sequence } = confirmed;
    const byId = changedBy(caller);
    await store.bookings.update(confirmed, { changedBy: byId });
    await store.changes.append({ kind: "CONFIRMED", booking: confirmed, by, byId, now });
    await store.reservations.confirm(bookingId);
    await store.outbox.append(
      BookingConfirmed,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, sequence, by },
    );
    return confirmed;
  });
}
