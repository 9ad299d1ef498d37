import { newId, NotFound, validate } from "@tidbok/domain";
import { TimesProposed } from "@tidbok/events";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../../bookings/domain/booking.ts";
import { checkProposed } from "../domain/check-proposed.ts";
import {
  isSameProposal,
  ProposalOpen,
  settle,
  stateOfProposal,
  timesToPropose,
  type Proposal,
} from "../domain/proposal.ts";
import { partyOf } from "../../bookings/domain/relation.ts";
import { changedBy } from "../../bookings/actions/steps/changed-by.ts";

/** Asks the other side of a booking about other times. */
export async function proposeTimes(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, startsAt } = validate(timesToPropose, given);
  const { now, caller, traceparent } = context;
  const starts = [...startsAt].sort((a, b) => a - b);
  return context.store.transaction(async (store) => {
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    requireActive(booking, now);
    checkProposed(startsAt, { now, current: booking.start });
    const newest = (await store.proposals.findNewest([bookingId])).get(bookingId);
    if (newest && stateOfProposal(newest, { booking, now }) === "OPEN") {
      // A retry asks nobody again.
      if (isSameProposal(newest, { by, starts })) return booking;
      throw new ProposalOpen(newest.id);
    }
    // Of two proposals of a booking one at most is open, as the table has it.
    if (newest?.state === "OPEN")
      await store.proposals.settle(settle(newest, { state: "EXPIRED", now }));
    const { organizationId, sequence } = booking;
    const byId = changedBy(caller);
    const ids = { id: newId(), organizationId, bookingId };
    const proposal: Proposal = {
      ...{ ...ids, sequence, starts, state: "OPEN", by, byId },
      ...{ createdAt: now, answeredAt: null },
    };
    await store.proposals.insert(proposal);
    await store.changes.append({ kind: "TIMES_PROPOSED", booking, by, byId, now });
    await store.outbox.append(
      TimesProposed,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, proposalId: proposal.id, sequence, by },
    );
    return booking;
  });
}
