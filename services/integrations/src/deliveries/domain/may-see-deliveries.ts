import { isMemberOf, roleIn, type Caller } from "@tidbok/domain";

type Booking = { readonly organizationId: string; readonly hostIds: readonly string[] };

/** Whoever hosts the booking, while they belong to its organization, and whoever governs that. */
export function maySeeDeliveries(caller: Caller, { organizationId, hostIds }: Booking): boolean {
  const role = roleIn(caller, organizationId);
  if (role === "OWNER" || role === "ADMIN") return true;
  if (caller.kind !== "account" && caller.kind !== "client") return false;
  const { accountId } = caller;
  return isMemberOf(caller, organizationId) && accountId !== null && hostIds.includes(accountId);
}
