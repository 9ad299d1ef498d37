import { input, newId, requireRole, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { appPurposes, mostApps, type App } from "../domain/app.ts";
import { TooManyApps } from "../domain/app-errors.ts";
import { appInput } from "./steps/app-input.ts";
import { requireRedirectUris } from "./steps/require-redirect-uris.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  ...appInput,
  organizationId: input.id,
  purpose: z.enum(appPurposes),
  isConfidential: z.boolean(),
});

/** An app with its new secret, which is shown once; null for a public app. */
export type AppWithSecret = { readonly app: App; readonly secret: string | null };

/** Registers an app of an organization whose owner or admin the caller is. */
export async function registerApp(context: Context, given: unknown): Promise<AppWithSecret> {
  const { caller, secrets, now } = context;
  requireAccount(caller);
  const fields = validate(schema, given);
  const { organizationId } = fields;
  requireRole(caller, { organizationId, least: "ADMIN" });
  requireRedirectUris(fields);
  const app: App = { ...fields, id: newId(), createdAt: now };
  const secret = app.isConfidential ? secrets.make() : null;
  await inTransaction(context, async ({ store }) => {
    // The lock makes a second request wait, so that both together cannot exceed the limit.
    await store.organizations.lock(organizationId);
    await store.apps.insert(app);
    if ((await store.apps.countIn(organizationId)) > mostApps) throw new TooManyApps();
    if (!secret) return;
    await store.appSecrets.add({ id: newId(), appId: app.id, secretHash: secret.hash }, now);
  });
  return { app, secret: secret?.text ?? null };
}
