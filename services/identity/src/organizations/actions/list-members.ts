import { isMemberOf } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Membership } from "../domain/membership.ts";

/** A page of the organization's members; null for callers outside it. */
export async function listMembers(
  { caller, store, cursors, loaders }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Membership> | null> {
  if (!isMemberOf(caller, organizationId)) return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.memberships.listIn(organizationId, page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ accountId }) => [accountId],
    count: () => loaders.memberCount.load(organizationId),
  });
}
