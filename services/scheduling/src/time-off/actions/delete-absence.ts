import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Absence } from "../domain/absence.ts";
import { editableAbsence } from "./steps/editable-absence.ts";

const schema = z.strictObject({ absenceId: input.id });

export async function deleteAbsence(context: Context, given: unknown): Promise<Absence> {
  const { absenceId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    const absence = await editableAbsence({ ...context, store }, absenceId);
    await store.absences.remove(absence);
    return absence;
  });
}
