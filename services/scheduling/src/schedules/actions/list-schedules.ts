import { isAdministrator, isMemberOf } from "@tidbok/domain";
import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Schedule } from "../domain/schedule.ts";

/** The organization's schedules, newest first: all for admins, their own for members; null for other callers. */
export async function listSchedules(
  { caller, cursors, store }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Schedule> | null> {
  const size = pageSize(first);
  if (!isMemberOf(caller, organizationId) || !("accountId" in caller)) return null;
  const isAdmin = isAdministrator(caller, organizationId);
  if (!isAdmin && caller.accountId === null) return null;
  const rows = await store.schedules.list({
    organizationId,
    ownerId: isAdmin ? null : caller.accountId,
    before: idAfter(cursors, after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
