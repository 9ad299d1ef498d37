import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import {
  checkBlockedTime,
  updateBlockedTimeInput,
  type BlockedTime,
} from "../domain/blocked-time.ts";
import { editableTimeOff } from "../domain/editable-time-off.ts";
import { requireHostOrAdmin } from "../domain/require-host-or-admin.ts";
import { checkNothingInTheWay } from "./steps/check-nothing-in-the-way.ts";

/** Changes the time or the reason of blocked time. */
export async function updateBlockedTime(context: Context, given: unknown): Promise<BlockedTime> {
  const { blockedTimeId, reason, keepsBookings, startAt, endAt } = validate(
    updateBlockedTimeInput,
    given,
  );
  return inTransaction(context, async (context) => {
    const { caller, store, now } = context;
    const row = await store.blockedTimes.lock(blockedTimeId);
    const blocked = editableTimeOff(caller, { row, name: "blocked time" });
    const { isHost } = requireHostOrAdmin(caller, { ...blocked, reason });
    const start = startAt ?? blocked.start;
    const end = endAt ?? blocked.end;
    const isMoved = start !== blocked.start || end !== blocked.end;
    const changed = { ...blocked, start, end, isByHost: isMoved ? isHost : blocked.isByHost };
    // A change of the reason alone needs no check: the bookings in this time were accepted when it was blocked.
    if (isMoved) {
      checkBlockedTime(changed, now);
      await checkNothingInTheWay(context, { ...changed, keepsBookings });
    }
    await store.blockedTimes.update(changed, reason);
    return changed;
  });
}
