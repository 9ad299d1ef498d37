import { InvalidInput, newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { checkAbsence, createAbsenceInput, mostAbsences, type Absence } from "../domain/absence.ts";
import { requireKnownMembership } from "../../schedules/actions/steps/require-known-membership.ts";
import { requireHostOrAdmin } from "../domain/require-host-or-admin.ts";
import { checkStandIn } from "./steps/check-stand-in.ts";
import { requireHost } from "./steps/require-host.ts";

/** Closes dates for all meetings of a host. Existing bookings stay. */
export async function createAbsence(context: Context, given: unknown): Promise<Absence> {
  const input = validate(createAbsenceInput, given);
  const { organizationId, startsOn, endsOn, reason, standInId = null } = input;
  const self = await requireKnownMembership(context, organizationId);
  const accountId = input.accountId ?? self;
  const host = { organizationId, accountId };
  const { isHost } = requireHostOrAdmin(context.caller, { ...host, reason: reason ?? undefined });
  const { now: createdAt } = context;
  const absence: Absence = { ...host, id: newId(), startsOn, endsOn, standInId, createdAt };
  checkAbsence(absence);
  return inTransaction(context, async (context) => {
    if (!isHost) await requireHost(context, host);
    await checkStandIn(context, absence);
    // One after the other: absences that are created at once cannot exceed the limit together.
    await context.store.reservations.lockHosts([accountId]);
    if ((await context.store.absences.count(host)) >= mostAbsences) {
      const message = `exceeds the limit of ${mostAbsences} absences per host; delete old ones`;
      throw new InvalidInput([{ path: "startsOn", code: "TOO_MANY", message }]);
    }
    await context.store.absences.insert(absence, reason ?? null);
    return absence;
  });
}
