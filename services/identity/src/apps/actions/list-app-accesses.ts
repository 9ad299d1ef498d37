import { isAdministrator } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { showAccesses, type ShownAccess } from "./steps/show-accesses.ts";

/** A page of the apps with access to the organization's data, oldest first; null unless an owner or admin asks. */
export async function listAppAccesses(
  context: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<ShownAccess> | null> {
  const { caller, store, cursors } = context;
  if (!isAdministrator(caller, organizationId)) return null;
  const page = idPageOf(asked, cursors);
  const holds = await store.appAccesses.list(organizationId, page);
  const rows = await showAccesses(context, { organizationId, holds });
  return connectionOf(rows, { page, cursors, positionOf: ({ app }) => [app.id] });
}
