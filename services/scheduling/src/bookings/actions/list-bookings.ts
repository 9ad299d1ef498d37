import { isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";
import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { pageOfBookings, type BookingsPage } from "./steps/page-of-bookings.ts";

/** The organization's bookings that the caller may know of; null for who does not belong to it. */
export async function listBookings(
  context: Context,
  asked: BookingsPage & { readonly organizationId: string },
): Promise<Connection<Booking> | null> {
  const hostIds = hostsSeenBy(context.caller, asked.organizationId);
  const whose = hostIds && { organizationIds: [asked.organizationId], hostIds };
  return pageOfBookings(context, { whose, asked });
}

/** The accounts whose bookings alone the caller sees, none for all, or null where the caller sees nothing. */
function hostsSeenBy(caller: Caller, organizationId: string): readonly string[] | null {
  if (caller.kind === "service" || isAdministrator(caller, organizationId)) return [];
  const own = "accountId" in caller ? caller.accountId : null;
  return own !== null && isMemberOf(caller, organizationId) ? [own] : null;
}
