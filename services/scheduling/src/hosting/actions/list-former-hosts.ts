import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { partyOf } from "../../bookings/domain/relation.ts";
import { missingAmong } from "./steps/missing-among.ts";

/** The hosts that handed the booking over, for its hosts and admins and for our services; null for other callers. */
export async function listFormerHosts(
  context: Context,
  booking: Booking,
): Promise<readonly { readonly id: string }[] | null> {
  const { caller, loaders } = context;
  const party = partyOf(caller, booking);
  if (caller.kind !== "service" && party !== "HOST" && party !== "ADMIN") return null;
  const ids = await loaders.formerHosts.load(booking.id);
  const accountIds = ids.filter((id) => !booking.hostIds.includes(id));
  const { organizationId } = booking;
  // Services mail them; a host that has left the organization may learn no more of the booking.
  const gone = new Set(
    caller.kind === "service" ? await missingAmong(context, { organizationId, accountIds }) : [],
  );
  return accountIds.filter((id) => !gone.has(id)).map((id) => ({ id }));
}
