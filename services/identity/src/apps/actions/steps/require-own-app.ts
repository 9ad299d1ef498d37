import { NotFound, requireRole, roleIn } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { App } from "../../domain/app.ts";
import { requireAccount } from "../../../callers/domain/require-account.ts";

/** The app, for owners and admins of its organization. Throws NotFound for callers outside the organization. */
export async function requireOwnApp({ caller, store }: Context, appId: string): Promise<App> {
  requireAccount(caller);
  const app = await store.apps.find(appId);
  if (!app || roleIn(caller, app.organizationId) === null) throw new NotFound("app");
  requireRole(caller, { organizationId: app.organizationId, least: "ADMIN" });
  return app;
}
