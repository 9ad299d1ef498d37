import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";

type Booking = { readonly organizationId: string; readonly hostIds: readonly string[] };

/** Hosts of the booking may, while they belong to its organization; so may its owners and admins. */
export function maySeeDeliveries(caller: Caller, { organizationId, hostIds }: Booking): boolean {
  if (isAdministrator(caller, organizationId)) return true;
  if (caller.kind !== "account" && caller.kind !== "client") return false;
  const { accountId } = caller;
  return isMemberOf(caller, organizationId) && accountId !== null && hostIds.includes(accountId);
}
