import { Forbidden, InvalidInput, newId, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { checkAbsence, newAbsence, type Absence } from "../domain/absence.ts";
import { memberOf } from "../../schedules/domain/member-of.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { checkStandIn } from "./steps/check-stand-in.ts";

const most = 200;

export async function createAbsence(context: Context, given: unknown): Promise<Absence> {
  const { organizationId, accountId, reason, ...wish } = validate(newAbsence, given);
  const self = memberOf(context.caller, organizationId);
  const absence: Absence = {
    ...wish,
    id: newId(),
    organizationId,
    accountId: accountId ?? self,
    standInId: wish.standInId ?? null,
    createdAt: context.now,
  };
  const isOwn = absence.accountId === self;
  if (!isOwn && !isAdministrator(context.caller, organizationId)) throw new Forbidden();
  // What is written is the host's own; nobody else says why somebody is away.
  if (!isOwn && reason != null) throw new Forbidden();
  checkAbsence(absence);
  await context.store.transaction(async (store) => {
    // Whoever has hours here belongs here: the absence of a stranger would tell the stranger's name.
    const host = { organizationId, ownerId: absence.accountId };
    if (!isOwn && !(await store.schedules.findDefault(host))) throw new NotFound("host");
    await checkStandIn({ store }, absence);
    if ((await store.absences.count(absence)) >= most) {
      const message = `must be ${most} at most; delete old ones`;
      throw new InvalidInput([{ path: "startsOn", code: "TOO_MANY", message }]);
    }
    await store.absences.insert(absence, reason ?? null);
  });
  return absence;
}
