import { Forbidden, InvalidInput, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../../bookings/domain/booking.ts";
import { isForOther, proposalToAccept, settle } from "../domain/proposal.ts";
import { activeMeetingType } from "../../meeting-types/actions/steps/active-meeting-type.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";
import { writeMoved } from "../../bookings/actions/steps/write-moved.ts";

/** Moves a booking to a time that the other side proposed. Where that is taken meanwhile, all stays as it was. */
export async function acceptProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId, startAt: start } = validate(proposalToAccept, given);
  const { now } = context;
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const locked = await lockProposal(inside, proposalId);
    const { proposal, booking, by } = locked;
    if (!isForOther(proposal, by)) throw new Forbidden("This is for the other side to answer.");
    // A retry of what was done changes nothing and tells nobody.
    if (proposal.state === "ACCEPTED" && booking.start === start) return booking;
    requireActive(booking, now);
    requireOpen(locked, now);
    if (!proposal.starts.includes(start)) {
      const message = "must be one of the proposed times";
      throw new InvalidInput([{ path: "startAt", code: "NOT_PROPOSED", message }]);
    }
    const meetingType = await activeMeetingType(store, booking.meetingTypeId);
    const durationMinutes = (booking.end - booking.start) / 60_000;
    const settled = { id: booking.id, hostIds: booking.hostIds, noticeFrom: proposal.createdAt };
    const slot = await decideSlot(inside, { meetingType, start, now, durationMinutes, settled });
    // One side has asked for this time and the other says yes to it: there is nobody left to ask.
    const moved = await writeMoved(inside, {
      ...{ slot, by, reason: null },
      booking: { ...booking, state: "CONFIRMED" },
      meetingType: { ...meetingType, needsConfirmation: false },
    });
    await store.reservations.move(moved, slot.seat);
    await store.proposals.settle(settle(proposal, { state: "ACCEPTED", now }));
    return moved;
  });
}
