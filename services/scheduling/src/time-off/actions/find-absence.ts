import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Absence } from "../domain/absence.ts";
import { visibleTimeOff } from "./steps/visible-time-off.ts";

/** The absence, for its host and admins of the organization; null for other callers. */
export async function findAbsence(context: Context, id: string): Promise<Absence | null> {
  return isId(id) ? visibleTimeOff(context, await context.store.absences.find(id)) : null;
}
