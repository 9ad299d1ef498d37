import type { Context } from "../context.ts";
import type { Booking } from "../domain/booking.ts";
import { partyOf } from "../domain/relation.ts";

/** Who hosted the booking before somebody else took it over; null for who has no say in that. */
export async function listFormerHosts(
  { caller, loaders }: Context,
  booking: Booking,
): Promise<readonly { readonly id: string }[] | null> {
  const party = partyOf(caller, booking);
  if (caller.kind !== "service" && party !== "HOST" && party !== "ADMIN") return null;
  const ids = await loaders.formerHosts.load(booking.id);
  return ids.filter((id) => !booking.hostIds.includes(id)).map((id) => ({ id }));
}
