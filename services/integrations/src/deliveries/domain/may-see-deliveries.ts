import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";

type Booking = { readonly organizationId: string; readonly hostIds: readonly string[] };

/** Hosts of the booking may, while they belong to its organization; so may its owners and admins. */
export function maySeeDeliveries(caller: Caller, booking: Booking): boolean {
  return isAdministrator(caller, booking.organizationId) || isHost(caller, booking);
}

/**
 * Whether the caller sees the mails to guests: a host in person. An admin or an app may invite guests without reading who
 * takes part, and a person that takes part already gets no second mail; its absence would confirm a guessed address.
 */
export function maySeeGuestDeliveries(caller: Caller, booking: Booking): boolean {
  return caller.kind === "account" && isHost(caller, booking);
}

function isHost(caller: Caller, { organizationId, hostIds }: Booking): boolean {
  if (caller.kind !== "account" && caller.kind !== "client") return false;
  const { accountId } = caller;
  return isMemberOf(caller, organizationId) && accountId !== null && hostIds.includes(accountId);
}
