import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { visibleTimeOff } from "./steps/visible-time-off.ts";

/** The blocked time, for its host and admins of the organization; null for other callers. */
export async function findBlockedTime(context: Context, id: string): Promise<BlockedTime | null> {
  return isId(id) ? visibleTimeOff(context, await context.store.blockedTimes.find(id)) : null;
}
