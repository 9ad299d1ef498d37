import { NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../domain/booking.ts";
import { bookingMove } from "../domain/booking-input.ts";
import { isTooLate, ReschedulingTooLate } from "../domain/change-notice.ts";
import { partyOf } from "../domain/relation.ts";
import { activeMeetingType } from "../../meeting-types/actions/steps/active-meeting-type.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { lockExtent } from "./steps/lock-extent.ts";
import { writeMoved } from "./steps/write-moved.ts";

export async function rescheduleBooking(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, startAt: start, reason, extent } = validate(bookingMove, given);
  const { now, caller } = context;
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    requireActive(booking, now);
    // A retry of a move that was made changes nothing and tells nobody.
    if (booking.start === start) return booking;
    const meetingType = await activeMeetingType(store, booking.meetingTypeId);
    if (isTooLate(booking, { by, now })) {
      throw new ReschedulingTooLate(booking.changeNoticeMinutes);
    }
    const bookings = await lockExtent(inside, { booking, by, extent });
    const whole =
      extent === "OCCURRENCE"
        ? (await store.occurrences.findOf([bookingId])).get(bookingId)
        : undefined;
    const slot = await decideSlot(inside, {
      meetingType,
      start,
      now,
      durationMinutes: (booking.end - booking.start) / 60_000,
      settled: {
        id: whole?.id ?? bookingId,
        hostIds: booking.hostIds,
        noticeFrom: now,
        hasSeat: whole !== undefined,
      },
    });
    if (whole) {
      await store.occurrences.giveUpHolds(bookings);
      await store.occurrences.move(bookings, slot.seat);
    }
    for (const each of bookings) {
      const moved = await writeMoved(inside, { booking: each, slot, by, meetingType, reason });
      if (!whole) await store.reservations.move(moved, slot.seat);
    }
    const [moved = booking] = await store.bookings.findMany([bookingId]);
    return moved;
  });
}
