import { input, newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AppHasNoSecret } from "../domain/app-errors.ts";
import type { AppWithSecret } from "./register-app.ts";
import { lockOwnApp } from "./steps/lock-own-app.ts";

const schema = z.strictObject({ appId: input.id });

/** Gives an app a new secret. The previous one stays valid for a week, so that the app can switch without an outage. */
export async function rotateAppSecret(context: Context, given: unknown): Promise<AppWithSecret> {
  const { appId } = validate(schema, given);
  const { text, hash: secretHash } = context.secrets.make();
  const app = await inTransaction(context, async (context) => {
    const app = await lockOwnApp(context, appId);
    if (!app.isConfidential) throw new AppHasNoSecret();
    await context.store.appSecrets.add({ id: newId(), appId, secretHash }, context.now);
    return app;
  });
  return { app, secret: text };
}
