import { isAdministrator } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { scopesWithin, type AppAccess } from "../domain/app-access.ts";

/** An app's access, and the scopes that it can get at most. */
export type ShownAccess = AppAccess & { readonly scopes: readonly string[] };

/** A page of the apps with access to the organization's data, oldest first; null unless an owner or admin asks. */
export async function listAppAccesses(
  { caller, store, cursors }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<ShownAccess> | null> {
  if (!isAdministrator(caller, organizationId)) return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const from = place === undefined ? null : String(place);
  const holds = await store.appAccesses.list(organizationId, { size, after: from });
  const apps = new Map(
    (await store.apps.findMany(holds.map(({ appId }) => appId))).map((app) => [app.id, app]),
  );
  const rows = holds.flatMap(({ appId, ...hold }) => {
    const app = apps.get(appId);
    if (!app) return [];
    const access = { app, ...hold };
    return [{ ...access, scopes: scopesWithin(access, organizationId) }];
  });
  return connectionOf(rows, { size, cursors, positionOf: ({ app }) => [app.id] });
}
