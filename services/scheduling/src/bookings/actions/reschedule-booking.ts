import { minute, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { activeMeetingType } from "../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { limitVisitor } from "../../slots/actions/steps/in-turn.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { ReschedulingTooLate } from "../domain/booking-errors.ts";
import { rescheduleBookingInput } from "../domain/booking-input.ts";
import { move, requireActive, type Booking } from "../domain/booking.ts";
import { isTooLate } from "../domain/is-too-late.ts";
import { lockBooking } from "./steps/lock-booking.ts";
import { lockExtent } from "./steps/lock-extent.ts";
import { recordChange } from "./steps/record-change.ts";

/** Moves a booking, or the whole meeting with all its bookings, to another time. */
export async function rescheduleBooking(context: Context, given: unknown): Promise<Booking> {
  const {
    bookingId,
    startAt: start,
    reason = null,
    extent,
  } = validate(rescheduleBookingInput, given);
  await limitMove(context, bookingId);
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const { booking, by } = await lockBooking(context, bookingId);
    requireActive(booking, now);
    // A retry of the move changes nothing and tells nothing.
    if (booking.start === start) return booking;
    const meetingType = await activeMeetingType(store, booking.meetingTypeId);
    if (isTooLate(booking, { by, now })) {
      throw new ReschedulingTooLate(booking.changeNoticeMinutes);
    }
    const bookings = await lockExtent(context, { booking, by, extent });
    const isWhole = extent === "OCCURRENCE";
    const whole = isWhole ? (await store.occurrences.findOf([bookingId])).get(bookingId) : null;
    const { hostIds } = booking;
    const slot = await decideSlot(context, {
      meetingType,
      start,
      durationMinutes: (booking.end - booking.start) / minute,
      reserved: { id: whole?.id ?? bookingId, hostIds, noticeFrom: now, keepsSeat: Boolean(whole) },
    });
    if (whole) {
      await store.occurrences.giveUpHolds(bookings);
      await store.occurrences.move(bookings, slot.seat);
    }
    const seat = whole ? null : slot.seat;
    for (const each of bookings) {
      const moved = move(each, { slot, by, meetingType, now });
      await recordChange(context, { kind: "RESCHEDULED", booking: moved, by, reason, seat });
    }
    const [moved = booking] = await store.bookings.findMany([bookingId]);
    return moved;
  });
}

// An attendee may move a booking as often as it may book: each move takes a slot and sends mails.
async function limitMove(context: Context, bookingId: string): Promise<void> {
  if (context.caller.kind !== "attendee") return;
  const [booking] = await context.store.bookings.findMany([bookingId]);
  if (booking) await limitVisitor(context, booking);
}
