import { Forbidden, validate } from "@tidbok/domain";
import { TimesDeclined } from "@tidbok/events";
import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isForOther, proposalNamed, settle } from "../domain/proposal.ts";
import { changedBy } from "../../bookings/actions/steps/changed-by.ts";
import { lockProposal, requireOpen } from "./steps/lock-proposal.ts";

/** Leaves a booking where it is, whatever times the other side proposed. */
export async function declineProposal(context: Context, given: unknown): Promise<Booking> {
  const { proposalId } = validate(proposalNamed, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const locked = await lockProposal({ store, caller }, proposalId);
    const { proposal, booking, by } = locked;
    if (!isForOther(proposal, by)) throw new Forbidden("This is for the other side to answer.");
    if (proposal.state === "DECLINED") return booking;
    requireOpen(locked, now);
    const { id: bookingId, organizationId, sequence } = booking;
    await store.proposals.settle(settle(proposal, { state: "DECLINED", now }));
    const byId = changedBy(caller);
    await store.changes.append({ kind: "TIMES_DECLINED", booking, by, byId, now });
    await store.outbox.append(
      TimesDeclined,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, proposalId, sequence, by },
    );
    return booking;
  });
}
