import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Invitation } from "../domain/invitation.ts";
import { relationToInvited } from "../domain/relation.ts";

/** A page of the invitations that are not accepted yet, newest first; null for callers below admin. */
export async function listInvitations(
  { caller, store, cursors }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Invitation> | null> {
  if (relationToInvited(caller, organizationId) !== "admin") return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const before = place === undefined ? null : String(place);
  const rows = await store.invitations.listOpen(organizationId, { size, before });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
