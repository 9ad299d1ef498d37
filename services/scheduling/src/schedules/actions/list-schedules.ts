import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";
import type { Schedule } from "../domain/schedule.ts";
import { placeBefore } from "./steps/place-before.ts";

/** The organization's schedules that the caller may see; null for who does not belong to it. */
export async function listSchedules(
  context: Context,
  asked: PageRequest & { readonly organizationId: string },
): Promise<Connection<Schedule> | null> {
  const { caller, cursors, store } = context;
  const { organizationId } = asked;
  const size = pageSize(asked.first);
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const isAdmin = isAdministrator(caller, organizationId);
  if (!isAdmin && caller.accountId === null) return null;
  const rows = await store.schedules.list({
    organizationId,
    ownerId: isAdmin ? null : caller.accountId,
    before: placeBefore(context, asked.after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
