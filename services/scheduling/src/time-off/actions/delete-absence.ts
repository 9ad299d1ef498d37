import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Absence } from "../domain/absence.ts";
import { editableTimeOff } from "../domain/editable-time-off.ts";

const deleteAbsenceInput = z.strictObject({ absenceId: input.id });

/** Deletes an absence with its reason. */
export async function deleteAbsence(context: Context, given: unknown): Promise<Absence> {
  const { absenceId } = validate(deleteAbsenceInput, given);
  return inTransaction(context, async ({ caller, store }) => {
    const row = await store.absences.lock(absenceId);
    const absence = editableTimeOff(caller, { row, name: "absence" });
    await store.absences.remove(absence);
    return absence;
  });
}
