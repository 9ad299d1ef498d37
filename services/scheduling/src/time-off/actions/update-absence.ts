import { Forbidden, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { absenceChange, checkAbsence, type Absence } from "../domain/absence.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { checkStandIn } from "./steps/check-stand-in.ts";
import { editableAbsence } from "./steps/editable-absence.ts";

export async function updateAbsence(context: Context, given: unknown): Promise<Absence> {
  const { absenceId, reason, ...change } = validate(absenceChange, given);
  return context.store.transaction(async (store) => {
    const absence = await editableAbsence({ ...context, store }, absenceId);
    const changed: Absence = {
      ...absence,
      startsOn: change.startsOn ?? absence.startsOn,
      endsOn: change.endsOn ?? absence.endsOn,
      standInId: change.standInId === undefined ? absence.standInId : change.standInId,
    };
    const isOwn = memberOf(context.caller, absence.organizationId) === absence.accountId;
    if (!isOwn && reason !== undefined) throw new Forbidden();
    checkAbsence(changed);
    await checkStandIn({ store }, changed);
    await store.absences.update(changed, reason);
    return changed;
  });
}
