import { isId } from "@tidbok/domain";
import { findBooking } from "../../bookings/actions/find-booking.ts";
import type { Context } from "../../context.ts";
import type { Proposal } from "../domain/proposal.ts";
import { findProposal } from "./find-proposal.ts";

/** The proposal, where it is the newest one of a booking that the caller may know of; null otherwise. */
export async function findProposalById(context: Context, id: string): Promise<Proposal | null> {
  const found = isId(id) ? await context.store.proposals.find(id) : null;
  const booking = found && (await findBooking(context, found.bookingId));
  const newest = booking && (await findProposal(context, booking));
  return newest?.id === id ? newest : null;
}
