import { Forbidden, isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Absence } from "../../domain/absence.ts";
import { memberOf } from "../../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";

/** The absence, for whom it is of and the organization's admins. */
export async function editableAbsence(
  { caller, store }: Pick<Context, "caller" | "store">,
  absenceId: string,
): Promise<Absence> {
  const absence = await store.absences.find(absenceId);
  if (!absence || !isMemberOf(caller, absence.organizationId)) throw new NotFound("absence");
  const isOwn = memberOf(caller, absence.organizationId) === absence.accountId;
  if (!isOwn && !isAdministrator(caller, absence.organizationId)) throw new Forbidden();
  return absence;
}
