import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { appInput } from "./steps/app-input.ts";
import { requireOwnApp } from "./steps/require-own-app.ts";
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
  const before = await requireOwnApp(context, appId);
  const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
  const app: App = { ...before, ...Object.fromEntries(changed) };
  await inTransaction(context, async (context) => {
    await context.store.apps.update(app);
    await tellAccessChanged(context, { appId });
  });
  return app;
}
