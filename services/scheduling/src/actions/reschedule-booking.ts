import { NotFound, validate } from "@tidbok/domain";
import { BookingRescheduled } from "@tidbok/events";
import type { Context } from "../context.ts";
import { move, requireActive, type Booking } from "../domain/booking.ts";
import { bookingMove } from "../domain/booking-input.ts";
import { isTooLate, ReschedulingTooLate } from "../domain/change-notice.ts";
import { partyOf } from "../domain/relation.ts";
import { activeMeetingType } from "./active-meeting-type.ts";
import { changedBy } from "./changed-by.ts";
import { decideSlot } from "./decide-slot.ts";

export async function rescheduleBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, startAt: start, reason } = validate(bookingMove, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    requireActive(booking, now);
    // A retry of a move that was made changes nothing and tells nobody.
    if (booking.start === start) return booking;
    const meetingType = await activeMeetingType(store, booking.meetingTypeId);
    if (isTooLate(booking, { by, now, meetingType })) {
      throw new ReschedulingTooLate(meetingType.changeNoticeMinutes);
    }
    const slot = await decideSlot(
      { ...context, store },
      {
        meetingType,
        start,
        now,
        durationMinutes: (booking.end - booking.start) / 60_000,
        settled: { ...booking, noticeFrom: now },
      },
    );
    const moved = move(booking, { slot, by, meetingType, now });
    const { organizationId, sequence } = moved;
    await store.reservations.move(moved, slot.seat);
    const byId = changedBy(caller);
    await store.bookings.update(moved, { changedBy: byId });
    const position = await store.changes.append({
      kind: "RESCHEDULED",
      booking: moved,
      by,
      byId,
      now,
    });
    if (reason) await store.changes.saveReason({ bookingId, position }, reason);
    await store.outbox.append(
      BookingRescheduled,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, sequence },
    );
    return moved;
  });
}
