import { isAdministrator, isMemberOf } from "@tidbok/domain";
import {
  connectionOf,
  idPageOf,
  type Connection,
  type IdPage,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../../context.ts";

/** A page of an organization's time off. */
export type TimeOffPage = PageRequest & { readonly organizationId: string };

/** A page of the rows that the caller may see: all for admins, their own for members; null for other callers. */
export async function listTimeOff<Row extends { readonly id: string }>(
  context: Context,
  {
    organizationId,
    list,
    ...asked
  }: TimeOffPage & {
    readonly list: (query: {
      readonly organizationId: string;
      readonly accountId: string | null;
      readonly page: IdPage;
    }) => Promise<readonly Row[]>;
  },
): Promise<Connection<Row> | null> {
  const { caller, cursors } = context;
  const page = idPageOf(asked, cursors);
  if (caller.kind !== "account" || !isMemberOf(caller, organizationId)) return null;
  const rows = await list({
    organizationId,
    accountId: isAdministrator(caller, organizationId) ? null : caller.accountId,
    page,
  });
  return connectionOf(rows, { page, cursors, positionOf: ({ id }) => [id] });
}
