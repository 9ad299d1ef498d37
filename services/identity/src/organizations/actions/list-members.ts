import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Membership } from "../domain/membership.ts";

/** A page of the organization's members; null for callers outside it. */
export async function listMembers(
  { caller, store, cursors }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Membership> | null> {
  if (!isMemberOf(caller, organizationId)) return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const from = place === undefined ? null : String(place);
  const rows = await store.memberships.listIn(organizationId, { size, after: from });
  return connectionOf(rows, { size, cursors, positionOf: ({ accountId }) => [accountId] });
}
