import { Forbidden, InvalidInput, minute, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { recordChange } from "../../bookings/actions/steps/record-change.ts";
import { move, requireActive, type Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import { activeMeetingType } from "../../meeting-types/actions/steps/bookable-meeting-type.ts";
import { decideSlot } from "../../slots/actions/steps/decide-slot.ts";
import { acceptProposalInput, isForOther, resolve } from "../domain/proposal.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";

/** Moves a booking to a time that the other side proposed. When that time is taken meanwhile, nothing changes. */
export async function acceptProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId, startAt: start } = validate(acceptProposalInput, given);
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const locked = await lockProposal(context, proposalId);
    const { proposal, booking, by } = locked;
    if (!isForOther(proposal, by)) throw new Forbidden("Only the other side may answer this.");
    // A retry changes nothing and tells nothing.
    if (proposal.state === "ACCEPTED" && booking.start === start) return booking;
    requireActive(booking, now);
    requireOpen(locked, now);
    if (!proposal.starts.includes(start)) {
      const message = "must be one of the proposed times";
      throw new InvalidInput([{ path: "startAt", code: "NOT_PROPOSED", message }]);
    }
    const meetingType = await activeMeetingType(store, booking.meetingTypeId);
    const { id, hostIds } = booking;
    const slot = await decideSlot(context, {
      meetingType,
      start,
      durationMinutes: (booking.end - booking.start) / minute,
      reserved: { id, hostIds, noticeFrom: proposal.createdAt, keepsSeat: false },
    });
    await store.proposals.resolve(resolve(proposal, { state: "ACCEPTED", now }));
    // One side asked for this time and the other agrees, so no host has to confirm it.
    const moved = move(
      { ...booking, state: "CONFIRMED" },
      { slot, by, meetingType: { ...meetingType, needsConfirmation: false }, now },
    );
    const { seat } = slot;
    return recordChange(context, { kind: "RESCHEDULED", booking: moved, by, reason: null, seat });
  });
}
