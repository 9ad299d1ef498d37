import { isAdministrator } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** A page of the apps that the organization registered, oldest first; null unless an owner or admin asks. */
export async function listRegisteredApps(
  { caller, store, cursors }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<App> | null> {
  if (caller.kind !== "account" || !isAdministrator(caller, organizationId)) return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const from = place === undefined ? null : String(place);
  const rows = await store.apps.listIn(organizationId, { size, after: from });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
