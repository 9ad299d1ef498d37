import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Booking, BookingParty } from "../../../bookings/domain/booking.ts";
import { ProposalNotOpen, stateOfProposal, type Proposal } from "../../domain/proposal.ts";
import { partyOf } from "../../../bookings/domain/relation.ts";

/** A proposal with its booking, which nobody else changes meanwhile, and the caller's side of it. */
export type LockedProposal = {
  readonly proposal: Proposal;
  readonly booking: Booking;
  readonly by: BookingParty;
};

/** The proposal, for who takes part in its booking. */
export async function lockProposal(
  { store, caller }: Pick<Context, "store" | "caller">,
  proposalId: string,
): Promise<LockedProposal> {
  const named = await store.proposals.find(proposalId);
  const booking = named && (await store.bookings.lock(named.bookingId));
  const by = booking && partyOf(caller, booking);
  if (!by) throw new NotFound("proposal");
  // Read again: while we waited for the booking it may have been answered.
  const proposal = await store.proposals.find(proposalId);
  if (!proposal) throw new NotFound("proposal");
  return { proposal, booking, by };
}

/** Refuses what was answered, taken back or overtaken. */
export function requireOpen({ proposal, booking }: LockedProposal, now: number): void {
  if (stateOfProposal(proposal, { booking, now }) !== "OPEN") throw new ProposalNotOpen();
}
