import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { GroupChoice, HandChoice } from "../../slots/domain/host-choice.ts";
import { partyOf } from "../../bookings/domain/relation.ts";

/** Why these hosts were chosen, for the hosts and admins of the booking; null for other callers. */
export async function explainHosts(
  { caller, loaders }: Context,
  booking: Booking,
): Promise<readonly (GroupChoice | HandChoice)[] | null> {
  const party = partyOf(caller, booking);
  return party === "HOST" || party === "ADMIN" ? loaders.hostChoices.load(booking.id) : null;
}
