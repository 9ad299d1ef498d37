import type { Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import { stateOfProposal, type Proposal } from "../domain/proposal.ts";

/** The newest proposal of the booking with its state at this instant, or null. */
export async function findProposal(
  { loaders, now }: Context,
  booking: Booking,
): Promise<Proposal | null> {
  const proposal = await loaders.proposal.load(booking.id);
  return proposal && { ...proposal, state: stateOfProposal(proposal, { booking, now }) };
}
