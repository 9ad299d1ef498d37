import { Forbidden, isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { BlockedTime } from "../../domain/blocked-time.ts";
import { memberOf } from "../../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";

/** The blocked time, for whose it is and the organization's admins. */
export async function editableBlockedTime(
  { caller, store }: Pick<Context, "caller" | "store">,
  blockedTimeId: string,
): Promise<BlockedTime> {
  const blocked = await store.blockedTimes.find(blockedTimeId);
  if (!blocked || !isMemberOf(caller, blocked.organizationId)) throw new NotFound("blocked time");
  const isOwn = memberOf(caller, blocked.organizationId) === blocked.accountId;
  if (!isOwn && !isAdministrator(caller, blocked.organizationId)) throw new Forbidden();
  return blocked;
}
