import { input, newId, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AppHasNoSecret } from "../domain/app-has-no-secret.ts";
import type { AppWithSecret } from "./register-app.ts";
import { requireOwnApp } from "./steps/require-own-app.ts";

const schema = z.strictObject({ appId: input.id });

/** Gives an app a new secret. The one before works on for a week, so that nothing stands still meanwhile. */
export async function rotateAppSecret(context: Context, given: unknown): Promise<AppWithSecret> {
  const { appId } = validate(schema, given);
  const app = await requireOwnApp(context, appId);
  if (!app.isConfidential) throw new AppHasNoSecret();
  const { text, hash: secretHash } = context.secrets.make();
  await context.store.transaction((store) =>
    store.appSecrets.add({ id: newId(), appId, secretHash }, context.now),
  );
  return { app, secret: text };
}
