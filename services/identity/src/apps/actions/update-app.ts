import { input, validate } from "@tidbok/domain";
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

/** Changes what is given of an app. A scope that it no longer declares counts no more, in tokens given out too. */
export async function updateApp(context: Context, given: unknown): Promise<App> {
  const { appId, ...changes } = validate(schema, given);
  const before = await requireOwnApp(context, appId);
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  const app: App = { ...before, ...Object.fromEntries(said) };
  await context.store.transaction(async (store) => {
    await store.apps.update(app);
    await tellAccessChanged({ ...context, store }, { appId });
  });
  return app;
}
