import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Absence } from "../domain/absence.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";

/** The organization's absences that the caller may know of; null for who does not belong to it. */
export async function listAbsences(
  context: Context,
  asked: PageRequest & { readonly organizationId: string },
): Promise<Connection<Absence> | null> {
  const { caller, cursors, store } = context;
  const { organizationId } = asked;
  const size = pageSize(asked.first);
  if (caller.kind !== "account" || !isMemberOf(caller, organizationId)) return null;
  const rows = await store.absences.list({
    organizationId,
    accountId: isAdministrator(caller, organizationId) ? null : caller.accountId,
    before: placeBefore(context, asked.after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
