import { isAdministrator } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** A page of the apps that the organization registered, oldest first; null unless an owner or admin asks. */
export async function listRegisteredApps(
  { caller, store, cursors, loaders }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<App> | null> {
  if (caller.kind !== "account" || !isAdministrator(caller, organizationId)) return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.apps.listIn(organizationId, page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => loaders.appCount.load(organizationId),
  });
}
