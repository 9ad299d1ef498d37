import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Absence } from "../domain/absence.ts";
import { listTimeOff, type TimeOffPage } from "./steps/list-time-off.ts";

/** The organization's absences, newest first: all for admins, their own for members; null for other callers. */
export function listAbsences(
  context: Context,
  page: TimeOffPage,
): Promise<Connection<Absence> | null> {
  return listTimeOff(context, { ...page, list: context.store.absences.list });
}
