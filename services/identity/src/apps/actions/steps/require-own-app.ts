import { NotFound, roleIn } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { requireAppKeeper, type App } from "../../domain/app.ts";
import { requireAccount } from "../../../callers/domain/require-account.ts";

/** The app, for who governs its organization. Throws NotFound for people of other organizations. */
export async function requireOwnApp({ caller, store }: Context, appId: string): Promise<App> {
  requireAccount(caller);
  const app = await store.apps.find(appId);
  const role = app && roleIn(caller, app.organizationId);
  if (!app || role === null) throw new NotFound("app");
  requireAppKeeper(role);
  return app;
}
