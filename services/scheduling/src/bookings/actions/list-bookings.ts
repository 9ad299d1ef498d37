import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";
import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { pageOfBookings, type BookingsQuery } from "./steps/page-of-bookings.ts";

/** The bookings of the organization that the caller may know of; null for a stranger to the organization. */
export async function listBookings(
  context: Context,
  query: BookingsQuery & { readonly organizationId: string },
): Promise<Connection<Booking> | null> {
  const hostIds = hostsSeenBy(context.caller, query.organizationId);
  const scope = hostIds && { organizationIds: [query.organizationId], hostIds };
  return pageOfBookings(context, { scope, query });
}

/** The hosts that limit what the caller sees: empty for no limit, null when the caller sees no booking. */
function hostsSeenBy(caller: Caller, organizationId: string): readonly string[] | null {
  if (caller.kind === "service" || isAdministrator(caller, organizationId)) return [];
  const own = "accountId" in caller ? caller.accountId : null;
  return own !== null && isMemberOf(caller, organizationId) ? [own] : null;
}
