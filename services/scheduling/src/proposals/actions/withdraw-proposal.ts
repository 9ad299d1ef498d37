import { Forbidden, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { recordChange } from "../../bookings/actions/steps/record-change.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import { isForOther, proposalIdInput, resolve } from "../domain/proposal.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";

/** Withdraws what the caller's own side proposed. The other side sees so when it looks; no mail says it. */
export async function withdrawProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId } = validate(proposalIdInput, given);
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const locked = await lockProposal(context, proposalId);
    const { proposal, booking, by } = locked;
    if (isForOther(proposal, by)) {
      throw new Forbidden("Only the side that proposed the times may withdraw them.");
    }
    if (proposal.state === "WITHDRAWN") return booking;
    requireOpen(locked, now);
    await store.proposals.resolve(resolve(proposal, { state: "WITHDRAWN", now }));
    return recordChange(context, { kind: "TIMES_WITHDRAWN", booking, by, proposalId });
  });
}
