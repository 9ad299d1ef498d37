import { roleIn } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { OrganizationChange } from "../domain/organization-change.ts";

/** A page of the changes and their actors, newest first; null for callers below owner. */
export async function listOrganizationChanges(
  { caller, store, cursors }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<OrganizationChange> | null> {
  if (roleIn(caller, organizationId) !== "OWNER") return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const before = place === undefined ? null : String(place);
  const rows = await store.organizationChanges.list(organizationId, { size, before });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
