import { isAdministrator } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { scopesWithin, type AppAccess } from "../domain/app-access.ts";

/** An app's access, and the scopes that it can get at most. */
export type ShownAccess = AppAccess & { readonly scopes: readonly string[] };

/** A page of the apps with access to the organization's data, oldest first; null unless an owner or admin asks. */
export async function listAppAccesses(
  { caller, store, cursors }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<ShownAccess> | null> {
  if (!isAdministrator(caller, organizationId)) return null;
  const page = idPageOf(asked, cursors);
  const holds = await store.appAccesses.list(organizationId, page);
  const apps = new Map(
    (await store.apps.findMany(holds.map(({ appId }) => appId))).map((app) => [app.id, app]),
  );
  const rows = holds.flatMap(({ appId, ...hold }) => {
    const app = apps.get(appId);
    if (!app) return [];
    const access = { app, ...hold };
    return [{ ...access, scopes: scopesWithin(access, organizationId) }];
  });
  return connectionOf(rows, { page, cursors, positionOf: ({ app }) => [app.id] });
}
