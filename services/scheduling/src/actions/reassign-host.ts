import { NotFound, validate } from "@tidbok/domain";
import { BookingReassigned } from "@tidbok/events";
import type { Context } from "../context.ts";
import { requireActive, type Booking } from "../domain/booking.ts";
import { chosenByHand, hostChange, isHandedOver, reassign } from "../domain/reassign.ts";
import { changedBy } from "./changed-by.ts";
import { lockToAnswer } from "./lock-to-answer.ts";
import { requireFreeHost } from "./require-free-host.ts";

/** Gives a booking to another host by hand, at its time. Where that one has none, nothing changes. */
export async function reassignHost(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, mayBeAnyMember, ...handOver } = validate(hostChange, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    requireActive(booking, now);
    // A retry of what was done changes nothing and tells nobody.
    if (isHandedOver(booking, handOver)) return booking;
    const [meetingType] = await store.meetingTypes.findMany([booking.meetingTypeId]);
    if (!meetingType) throw new NotFound("meeting type");
    const { toHostId } = handOver;
    await requireFreeHost(
      { ...context, store },
      { booking, meetingType, toHostId, mayBeAnyMember },
    );
    const reassigned = reassign(booking, handOver);
    const { organizationId, sequence } = reassigned;
    const byId = changedBy(caller);
    await store.reservations.reassign({
      bookingId,
      ...handOver,
      choice: chosenByHand(handOver, byId),
    });
    await store.bookings.update(reassigned, { changedBy: byId });
    await store.changes.append({
      kind: "REASSIGNED",
      booking: reassigned,
      handOver,
      by,
      byId,
      now,
    });
    await store.outbox.append(
      BookingReassigned,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, sequence, by, ...handOver },
    );
    return reassigned;
  });
}
