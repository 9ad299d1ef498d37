import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { checkAbsence, updateAbsenceInput, type Absence } from "../domain/absence.ts";
import { editableTimeOff } from "../domain/editable-time-off.ts";
import { requireHostOrAdmin } from "../domain/require-host-or-admin.ts";
import { checkStandIn } from "./steps/check-stand-in.ts";

/** Changes dates, stand-in or reason of an absence. Existing bookings stay. */
export async function updateAbsence(context: Context, given: unknown): Promise<Absence> {
  const { absenceId, reason, startsOn, endsOn, standInId } = validate(updateAbsenceInput, given);
  return inTransaction(context, async (context) => {
    const { caller, store } = context;
    const row = await store.absences.lock(absenceId);
    const absence = editableTimeOff(caller, { row, name: "absence" });
    requireHostOrAdmin(caller, { ...absence, reason });
    const changed: Absence = {
      ...absence,
      startsOn: startsOn ?? absence.startsOn,
      endsOn: endsOn ?? absence.endsOn,
      standInId: standInId === undefined ? absence.standInId : standInId,
    };
    checkAbsence(changed);
    await checkStandIn(context, changed);
    await store.absences.update(changed, reason);
    return changed;
  });
}
