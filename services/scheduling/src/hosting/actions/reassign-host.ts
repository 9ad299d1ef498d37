import { NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../../bookings/domain/booking.ts";
import { hostChange, isHandedOver } from "../domain/reassign.ts";
import { lockExtent } from "../../bookings/actions/steps/lock-extent.ts";
import { lockToAnswer } from "../../bookings/actions/steps/lock-to-answer.ts";
import { requireFreeHost } from "./steps/require-free-host.ts";
import { writeReassigned } from "./steps/write-reassigned.ts";

/** Gives a booking to another host by hand, at its time. Where that one has none, nothing changes. */
export async function reassignHost(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, mayBeAnyMember, ...handOver } = validate(hostChange, given);
  const { now, caller } = context;
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    requireActive(booking, now);
    // A retry of what was done changes nothing and tells nobody.
    const formerHostIds = (await store.formerHosts.findMany([bookingId])).get(bookingId) ?? [];
    if (isHandedOver({ ...booking, formerHostIds }, handOver)) return booking;
    const [meetingType] = await store.meetingTypes.findMany([booking.meetingTypeId]);
    if (!meetingType) throw new NotFound("meeting type");
    const { toHostId } = handOver;
    await requireFreeHost(inside, { booking, meetingType, toHostId, mayBeAnyMember });
    // Whoever attends the same meeting has the same hosts.
    const all = await lockExtent(inside, { booking, by, extent: "OCCURRENCE" });
    await store.occurrences.giveUpHolds(all);
    for (const each of all) await writeReassigned(inside, { booking: each, by, handOver });
    const [reassigned = booking] = await store.bookings.findMany([bookingId]);
    return reassigned;
  });
}
