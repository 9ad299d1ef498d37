import { NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { lockAsHost } from "../../bookings/actions/steps/lock-booking.ts";
import { lockExtent } from "../../bookings/actions/steps/lock-extent.ts";
import { recordChange } from "../../bookings/actions/steps/record-change.ts";
import { requireActive, type Booking } from "../../bookings/domain/booking.ts";
import { idOfChanger } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { chosenByHand, isHandedOver, reassign, reassignHostInput } from "../domain/reassign.ts";
import { requireConsent } from "./steps/require-consent.ts";
import { requireFreeHost } from "./steps/require-free-host.ts";

/** Gives a booking to another host by hand, at its time. When that host is not available, nothing changes. */
export async function reassignHost(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, mayBeAnyMember, ...handOver } = validate(reassignHostInput, given);
  return inTransaction(context, async (context) => {
    const { store, now, caller } = context;
    const { booking, by } = await lockAsHost(context, bookingId);
    requireActive(booking, now);
    await requireConsent(context, { booking, by, toHostId: handOver.toHostId });
    // A retry changes nothing and tells nothing.
    const formerHostIds = (await store.changes.formerHosts([bookingId])).get(bookingId) ?? [];
    if (isHandedOver({ ...booking, formerHostIds }, handOver)) return booking;
    const [meetingType] = await store.meetingTypes.findMany([booking.meetingTypeId]);
    if (!meetingType) throw new NotFound("meeting type");
    const { toHostId } = handOver;
    await requireFreeHost(context, { booking, meetingType, toHostId, mayBeAnyMember });
    // All bookings of one meeting have the same hosts.
    const all = await lockExtent(context, { booking, by, extent: "OCCURRENCE" });
    await store.occurrences.giveUpHolds(all);
    const choice = chosenByHand(handOver, idOfChanger(caller));
    for (const each of all) {
      const reassigned = reassign(each, handOver);
      await recordChange(context, {
        kind: "REASSIGNED",
        booking: reassigned,
        by,
        handOver,
        choice,
      });
    }
    const [reassigned = booking] = await store.bookings.findMany([bookingId]);
    return reassigned;
  });
}
