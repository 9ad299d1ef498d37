import { Forbidden, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { blockedTimeChange, checkBlockedTime, type BlockedTime } from "../domain/blocked-time.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { checkNothingInTheWay } from "../../slots/actions/steps/check-nothing-in-the-way.ts";
import { editableBlockedTime } from "./steps/editable-blocked-time.ts";

export async function updateBlockedTime(context: Context, given: unknown): Promise<BlockedTime> {
  const { blockedTimeId, reason, keepsBookings, ...wish } = validate(blockedTimeChange, given);
  const { caller, now } = context;
  return context.store.transaction(async (store) => {
    const blocked = await editableBlockedTime({ ...context, store }, blockedTimeId);
    const start = wish.startAt ?? blocked.start;
    const end = wish.endAt ?? blocked.end;
    const isOwn = memberOf(caller, blocked.organizationId) === blocked.accountId;
    if (!isOwn && reason !== undefined) throw new Forbidden();
    const changed = { ...blocked, start, end };
    // What was kept when this time was blocked is not in the way of another reason for it.
    if (start !== blocked.start || end !== blocked.end) {
      checkBlockedTime(changed, now);
      await checkNothingInTheWay({ store, now }, { ...changed, keepsBookings });
    }
    await store.blockedTimes.update(changed, reason);
    return changed;
  });
}
