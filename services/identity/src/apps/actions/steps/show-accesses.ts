import type { Context } from "../../../context.ts";
import { accessIdOf, scopesWithin, type AppAccess, type AppHold } from "../../domain/app-access.ts";

/** An app's access, with its id and the scopes that it can get at most. */
export type ShownAccess = AppAccess & { readonly id: string; readonly scopes: readonly string[] };

/** The accesses to an organization's data with their apps; an app that was deleted meanwhile is left out. */
export async function showAccesses(
  { store }: Context,
  {
    organizationId,
    holds,
  }: { readonly organizationId: string; readonly holds: readonly AppHold[] },
): Promise<readonly ShownAccess[]> {
  const found = await store.apps.findMany(holds.map(({ appId }) => appId));
  const apps = new Map(found.map((app) => [app.id, app]));
  return holds.flatMap(({ appId, ...hold }) => {
    const app = apps.get(appId);
    if (!app) return [];
    const access = { app, ...hold };
    const id = accessIdOf({ organizationId, appId });
    return [{ ...access, id, scopes: scopesWithin(access, organizationId) }];
  });
}
