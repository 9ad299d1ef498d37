import { NotFound, type Instant } from "@tidbok/domain";
import type { Booking, BookingParty } from "../../../bookings/domain/booking.ts";
import { partyOf } from "../../../bookings/domain/relation.ts";
import type { Context } from "../../../context.ts";
import { ProposalNotOpen, stateOfProposal, type Proposal } from "../../domain/proposal.ts";

/** A proposal with its booking, locked until the transaction ends, and the caller's side of it. */
export type LockedProposal = {
  readonly proposal: Proposal;
  readonly booking: Booking;
  readonly by: BookingParty;
};

/** The proposal with its booking, locked. Throws NotFound for a caller that takes no part in the booking. */
export async function lockProposal(
  { store, caller }: Pick<Context, "store" | "caller">,
  proposalId: string,
): Promise<LockedProposal> {
  const named = await store.proposals.find(proposalId);
  const booking = named && (await store.bookings.lock(named.bookingId));
  const by = booking && partyOf(caller, booking);
  if (!by) throw new NotFound("proposal");
  // Read again: another request may have answered it while this one waited for the lock.
  const proposal = await store.proposals.find(proposalId);
  if (!proposal) throw new NotFound("proposal");
  return { proposal, booking, by };
}

/** Throws ProposalNotOpen for a proposal that was answered, withdrawn or overtaken. */
export function requireOpen({ proposal, booking }: LockedProposal, now: Instant): void {
  if (stateOfProposal(proposal, { booking, now }) !== "OPEN") throw new ProposalNotOpen();
}
