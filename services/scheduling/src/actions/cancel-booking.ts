import { NotFound, validate } from "@tidbok/domain";
import { BookingCancelled } from "@tidbok/events";
import type { Context } from "../context.ts";
import { cancel, requireActive, type Booking } from "../domain/booking.ts";
import { bookingToCancel } from "../domain/booking-input.ts";
import { CancellationTooLate, isTooLate } from "../domain/change-notice.ts";
import { partyOf } from "../domain/relation.ts";
import { changedBy } from "./changed-by.ts";

export async function cancelBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, reason } = validate(bookingToCancel, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    // A retry of what was done changes nothing and tells nobody.
    if (booking.state === "CANCELLED") return booking;
    requireActive(booking, now);
    const [meetingType] = await store.meetingTypes.findMany([booking.meetingTypeId]);
    if (meetingType && isTooLate(booking, { by, now, meetingType })) {
      throw new CancellationTooLate(meetingType.changeNoticeMinutes);
    }
    const cancelled = cancel(booking, { by, now });
    const { organizationId, sequence } = cancelled;
    const byId = changedBy(caller);
    await store.bookings.update(cancelled, { changedBy: byId });
    await store.changes.append({ kind: "CANCELLED", booking: cancelled, by, byId, now });
    await store.reservations.release({ bookingId });
    if (reason) await store.attendees.saveCancellationReason(bookingId, reason);
    await store.outbox.append(
      BookingCancelled,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, sequence, by },
    );
    return cancelled;
  });
}
