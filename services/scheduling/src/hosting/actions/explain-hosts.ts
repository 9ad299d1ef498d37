import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { GroupChoice } from "../../slots/domain/hosts-of-slot.ts";
import type { HandChoice } from "../domain/reassign.ts";
import { partyOf } from "../../bookings/domain/relation.ts";

/** Why round robin chose these hosts, for the organization's side of the booking; null for everybody else. */
export async function explainHosts(
  { caller, loaders }: Context,
  booking: Booking,
): Promise<readonly (GroupChoice | HandChoice)[] | null> {
  const party = partyOf(caller, booking);
  return party === "HOST" || party === "ADMIN" ? loaders.hostChoices.load(booking.id) : null;
}
