import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { editableBlockedTime } from "./steps/editable-blocked-time.ts";

const schema = z.strictObject({ blockedTimeId: input.id });

export async function deleteBlockedTime(context: Context, given: unknown): Promise<BlockedTime> {
  const { blockedTimeId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    const blocked = await editableBlockedTime({ ...context, store }, blockedTimeId);
    await store.blockedTimes.remove(blocked);
    return blocked;
  });
}
