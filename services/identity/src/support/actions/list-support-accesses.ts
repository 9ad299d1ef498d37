import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { SupportAccess } from "../domain/support-access.ts";

/** A page of the accesses of support to the caller's own data, newest first; null for other callers. */
export async function listSupportAccesses(
  { caller, store, cursors }: Context,
  { accountId, ...asked }: PageRequest & { readonly accountId: string },
): Promise<Connection<SupportAccess> | null> {
  if (caller.kind !== "account" || caller.accountId !== accountId) return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.supportAccesses.list(accountId, page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => store.supportAccesses.count(accountId),
  });
}
