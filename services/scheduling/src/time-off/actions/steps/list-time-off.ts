import { isAdministrator, isMemberOf } from "@tidbok/domain";
import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { TimeOffQuery } from "../../domain/time-off.ts";

/** A page of an organization's time off. */
export type TimeOffPage = PageRequest & { readonly organizationId: string };

/** A page of the rows that the caller may see: all for admins, their own for members; null for other callers. */
export async function listTimeOff<Row extends { readonly id: string }>(
  context: Context,
  {
    organizationId,
    first,
    after,
    list,
  }: TimeOffPage & {
    readonly list: (query: TimeOffQuery) => Promise<readonly Row[]>;
  },
): Promise<Connection<Row> | null> {
  const { caller, cursors } = context;
  const size = pageSize(first);
  if (caller.kind !== "account" || !isMemberOf(caller, organizationId)) return null;
  const rows = await list({
    organizationId,
    accountId: isAdministrator(caller, organizationId) ? null : caller.accountId,
    before: idAfter(cursors, after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
