import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Invitation } from "../domain/invitation.ts";
import { relationToInvited } from "../domain/relation.ts";

/** A page of the invitations that are not accepted yet, newest first; null for callers below admin. */
export async function listInvitations(
  { caller, store, cursors, loaders }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<Invitation> | null> {
  if (relationToInvited(caller, organizationId) !== "admin") return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.invitations.listOpen(organizationId, page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => loaders.invitationCount.load(organizationId),
  });
}
