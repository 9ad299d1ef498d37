import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { partyOf } from "../../bookings/domain/relation.ts";
import { missingAmong } from "./steps/missing-among.ts";

/**
 * The hosts of a booking that have left the organization or are away, for its hosts and admins and for our services;
 * null for other callers.
 */
export async function findMissingHosts(
  context: Context,
  booking: Booking,
): Promise<readonly { readonly id: string }[] | null> {
  const party = partyOf(context.caller, booking);
  if (context.caller.kind !== "service" && party !== "HOST" && party !== "ADMIN") return null;
  const { organizationId, hostIds: accountIds } = booking;
  return (await missingAmong(context, { organizationId, accountIds })).map((id) => ({ id }));
}
