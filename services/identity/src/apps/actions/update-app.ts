import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { needsNewApproval, type App } from "../domain/app.ts";
import { appInput } from "./steps/app-input.ts";
import { requireRedirectUris } from "./steps/require-redirect-uris.ts";
import { lockOwnApp } from "./steps/lock-own-app.ts";
import { suspendApprovals } from "./steps/suspend-approvals.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const { name, legalName, redirectUris, scopes } = appInput;
const schema = z.strictObject({
  appId: input.id,
  name: name.optional(),
  legalName: legalName.optional(),
  redirectUris: redirectUris.optional(),
  scopes: scopes.optional(),
});

/** Changes the given fields of an app. Tokens lose a scope that the app no longer declares. */
export async function updateApp(context: Context, given: unknown): Promise<App> {
  const { appId, ...changes } = validate(schema, given);
  const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
  return inTransaction(context, async (context) => {
    const before = await lockOwnApp(context, appId);
    const app: App = { ...before, ...Object.fromEntries(changed) };
    if (changes.redirectUris) requireRedirectUris(app);
    await context.store.apps.update(app);
    if (needsNewApproval(before, app)) await suspendApprovals(context, appId);
    await tellAccessChanged(context, { appId });
    return app;
  });
}
