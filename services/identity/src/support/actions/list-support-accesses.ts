import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { SupportAccess } from "../domain/support-access.ts";

/** A page of the accesses of support to the caller's own data, newest first; null for other callers. */
export async function listSupportAccesses(
  { caller, store, cursors }: Context,
  { accountId, first, after }: PageRequest & { readonly accountId: string },
): Promise<Connection<SupportAccess> | null> {
  if (caller.kind !== "account" || caller.accountId !== accountId) return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const before = place === undefined ? null : String(place);
  const rows = await store.supportAccesses.list(accountId, { size, before });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
