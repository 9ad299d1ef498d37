import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { lockOwnApp } from "./steps/lock-own-app.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id });

/** Deletes an app with its secrets, grants and tokens. Returns the app as it was. */
export async function deleteApp(context: Context, given: unknown): Promise<App> {
  const { appId } = validate(schema, given);
  return inTransaction(context, async (context) => {
    const app = await lockOwnApp(context, appId);
    await context.store.apps.remove(appId);
    await tellAccessChanged(context, { appId });
    return app;
  });
}
