import { isAdministrator, isMemberOf } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Schedule } from "../domain/schedule.ts";

/** The organization's schedules, newest first: all for admins, their own for members; null for other callers. */
export async function listSchedules(
  { caller, cursors, store }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Schedule> | null> {
  const page = idPageOf(asked, cursors);
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const isAdmin = isAdministrator(caller, organizationId);
  if (!isAdmin && caller.accountId === null) return null;
  const rows = await store.schedules.list({
    organizationId,
    ownerId: isAdmin ? null : caller.accountId,
    page,
  });
  return connectionOf(rows, { page, cursors, positionOf: ({ id }) => [id] });
}
