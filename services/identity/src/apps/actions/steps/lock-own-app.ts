import { NotFound, requireRole, roleIn } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { App } from "../../domain/app.ts";
import { requireAccount } from "../../../callers/domain/require-account.ts";

/**
 * The app for owners and admins of its organization, locked within the caller's transaction: of two changes at once the
 * second one sees the first. Throws NotFound for callers outside the organization, and for an app that is gone.
 */
export async function lockOwnApp({ caller, store }: Context, appId: string): Promise<App> {
  requireAccount(caller);
  const found = await store.apps.find(appId);
  if (!found || roleIn(caller, found.organizationId) === null) throw new NotFound("app");
  requireRole(caller, { organizationId: found.organizationId, least: "ADMIN" });
  const app = await store.apps.lock(appId);
  if (!app) throw new NotFound("app");
  return app;
}
