import { input, newId, NotFound, roleIn, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { appPurposes, mostApps, requireAppKeeper, type App } from "../domain/app.ts";
import { TooManyApps } from "../domain/too-many-apps.ts";
import { appInput } from "./steps/app-input.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  ...appInput,
  organizationId: input.id,
  purpose: z.enum(appPurposes),
  isConfidential: z.boolean(),
});

/** An app as it was just made or given a secret, and the secret, which is shown this once. */
export type AppWithSecret = { readonly app: App; readonly secret: string | null };

/** Registers an app of an organization that the caller governs. */
export async function registerApp(context: Context, given: unknown): Promise<AppWithSecret> {
  const { caller, store, secrets, now } = context;
  requireAccount(caller);
  const asked = validate(schema, given);
  const role = roleIn(caller, asked.organizationId);
  if (role === null) throw new NotFound("organization");
  requireAppKeeper(role);
  const app: App = { ...asked, id: newId(), createdAt: now };
  const secret = app.isConfidential ? secrets.make() : null;
  await store.transaction(async (inner) => {
    await inner.apps.insert(app);
    if ((await inner.apps.countIn(app.organizationId)) > mostApps) throw new TooManyApps();
    if (!secret) return;
    await inner.appSecrets.add({ id: newId(), appId: app.id, secretHash: secret.hash }, now);
  });
  return { app, secret: secret?.text ?? null };
}
