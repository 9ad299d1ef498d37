import { isAdministrator, isId, isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { BookingLimit } from "../../schedules/domain/booking-limit.ts";

/** The limits of a host over all meeting types, for the host and admins; null for other callers. */
export async function listHostLimits(
  { caller, store }: Context,
  host: { readonly organizationId: string; readonly accountId?: string | null },
): Promise<readonly BookingLimit[] | null> {
  const { organizationId } = host;
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const hostId = host.accountId ?? caller.accountId;
  if (hostId === null || !isId(hostId)) return null;
  const isSelf = hostId === caller.accountId;
  if (!isSelf && !isAdministrator(caller, organizationId)) return null;
  return store.hostLimits.list({ organizationId, hostId });
}
