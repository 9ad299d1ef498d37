import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { editableTimeOff } from "../domain/editable-time-off.ts";

const deleteBlockedTimeInput = z.strictObject({ blockedTimeId: input.id });

/** Opens blocked time again and deletes its reason. */
export async function deleteBlockedTime(context: Context, given: unknown): Promise<BlockedTime> {
  const { blockedTimeId } = validate(deleteBlockedTimeInput, given);
  return inTransaction(context, async ({ caller, store }) => {
    const row = await store.blockedTimes.lock(blockedTimeId);
    const blocked = editableTimeOff(caller, { row, name: "blocked time" });
    await store.blockedTimes.remove(blocked);
    return blocked;
  });
}
