import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { listTimeOff, type TimeOffPage } from "./steps/list-time-off.ts";

/** The organization's blocked times, newest first: all for admins, their own for members; null for other callers. */
export function listBlockedTimes(
  context: Context,
  page: TimeOffPage,
): Promise<Connection<BlockedTime> | null> {
  return listTimeOff(context, { ...page, list: context.store.blockedTimes.list });
}
