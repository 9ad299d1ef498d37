import { Forbidden, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isForOther, proposalNamed, settle } from "../domain/proposal.ts";
import { changedBy } from "../../bookings/actions/steps/changed-by.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";

/** Takes back what one's own side proposed. The other side sees so when it looks; no mail says it. */
export async function withdrawProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId } = validate(proposalNamed, given);
  const { now, caller } = context;
  return context.store.transaction(async (store) => {
    const locked = await lockProposal({ store, caller }, proposalId);
    const { proposal, booking, by } = locked;
    if (isForOther(proposal, by)) throw new Forbidden("This is for the side that proposed it.");
    if (proposal.state === "WITHDRAWN") return booking;
    requireOpen(locked, now);
    await store.proposals.settle(settle(proposal, { state: "WITHDRAWN", now }));
    const byId = changedBy(caller);
    await store.changes.append({ kind: "TIMES_WITHDRAWN", booking, by, byId, now });
    return booking;
  });
}
