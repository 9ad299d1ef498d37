import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { stateOfProposal, type Proposal } from "../domain/proposal.ts";

/** The booking's newest proposal as it stands now, or null. */
export async function findProposal(
  { loaders, now }: Context,
  booking: Booking,
): Promise<Proposal | null> {
  const proposal = await loaders.proposal.load(booking.id);
  return proposal && { ...proposal, state: stateOfProposal(proposal, { booking, now }) };
}
