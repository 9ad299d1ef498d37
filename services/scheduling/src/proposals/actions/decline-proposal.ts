import { Forbidden, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { recordChange } from "../../bookings/actions/steps/record-change.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import { isForOther, proposalIdInput, resolve } from "../domain/proposal.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";

/** Declines all times that the other side proposed; the booking stays at its time. */
export async function declineProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId } = validate(proposalIdInput, given);
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const locked = await lockProposal(context, proposalId);
    const { proposal, booking, by } = locked;
    if (!isForOther(proposal, by)) throw new Forbidden("Only the other side may answer this.");
    if (proposal.state === "DECLINED") return booking;
    requireOpen(locked, now);
    await store.proposals.resolve(resolve(proposal, { state: "DECLINED", now }));
    return recordChange(context, { kind: "TIMES_DECLINED", booking, by, proposalId });
  });
}
