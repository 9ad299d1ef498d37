import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { scopesInstalled } from "../domain/installation.ts";

/** The scopes with which an app may act for an organization; null where it is not installed, or its installation rests. */
export async function findInstalledScopes(
  { store }: Pick<Context, "store">,
  key: { readonly appId: string; readonly organizationId: string },
): Promise<readonly string[] | null> {
  if (!isId(key.appId) || !isId(key.organizationId)) return null;
  const [app, installation] = [
    await store.apps.find(key.appId),
    await store.appInstallations.find(key),
  ];
  if (!app || !installation || installation.suspendedAt !== null) return null;
  return scopesInstalled(installation, app);
}
