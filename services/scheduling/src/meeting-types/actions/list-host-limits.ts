import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { BookingLimit } from "../../schedules/domain/booking-limit.ts";
import { isId } from "../../schedules/domain/is-id.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";

/** The limits of a host over all meeting types; null for who may not know of them. */
export async function listHostLimits(
  { caller, store }: Context,
  asked: { readonly organizationId: string; readonly accountId?: string | null },
): Promise<readonly BookingLimit[] | null> {
  const { organizationId } = asked;
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const hostId = asked.accountId ?? caller.accountId;
  if (hostId === null || !isId(hostId)) return null;
  const isSelf = hostId === caller.accountId;
  if (!isSelf && !isAdministrator(caller, organizationId)) return null;
  return store.hostLimits.list({ organizationId, hostId });
}
