import { newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { lockBooking } from "../../bookings/actions/steps/lock-booking.ts";
import { recordChange } from "../../bookings/actions/steps/record-change.ts";
import { requireActive, type Booking } from "../../bookings/domain/booking.ts";
import { idOfChanger } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { checkProposed } from "../domain/check-proposed.ts";
import {
  isSameProposal,
  ProposalOpen,
  proposeTimesInput,
  resolve,
  stateOfProposal,
  type Proposal,
} from "../domain/proposal.ts";

/** Asks the other side of a booking about other times; none of them is reserved. */
export async function proposeTimes(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, startsAt } = validate(proposeTimesInput, given);
  const starts = [...startsAt].sort((a, b) => a - b);
  return inTransaction(context, async (context) => {
    const { store, now, caller } = context;
    const { booking, by } = await lockBooking(context, bookingId);
    requireActive(booking, now);
    checkProposed(startsAt, { now, current: booking.start });
    const newest = (await store.proposals.findNewest([bookingId])).get(bookingId);
    if (newest && stateOfProposal(newest, { booking, now }) === "OPEN") {
      // A retry changes nothing and tells nothing.
      if (isSameProposal(newest, { by, starts })) return booking;
      throw new ProposalOpen(newest.id);
    }
    // The table allows one open proposal of a booking.
    if (newest?.state === "OPEN") {
      await store.proposals.resolve(resolve(newest, { state: "EXPIRED", now }));
    }
    const { organizationId, sequence } = booking;
    const proposal: Proposal = {
      id: newId(),
      organizationId,
      bookingId,
      sequence,
      starts,
      state: "OPEN",
      by,
      byId: idOfChanger(caller),
      createdAt: now,
      answeredAt: null,
    };
    await store.proposals.insert(proposal);
    const proposalId = proposal.id;
    return recordChange(context, { kind: "TIMES_PROPOSED", booking, by, proposalId });
  });
}
