import { input, InvalidInput, NotFound, requireRole, scopeNames, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AppHasNoSecret, AppShutOut } from "../domain/app-errors.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({
  appId: input.id,
  organizationId: input.id,
  scopes: z
    .array(z.enum(scopeNames))
    .min(1, "must name one at least")
    .max(scopeNames.length, "must name each scope once"),
});

/** Lets an app act for the organization by its own tokens, within these scopes. Only owners may do so. */
export async function installApp(context: Context, given: unknown): Promise<App> {
  const { caller, now } = context;
  requireAccount(caller);
  const { appId, organizationId, scopes } = validate(schema, given);
  requireRole(caller, { organizationId, least: "OWNER" });
  return inTransaction(context, async (context) => {
    const { store } = context;
    const app = await store.apps.lock(appId);
    if (!app) throw new NotFound("app");
    if (!app.isConfidential) throw new AppHasNoSecret();
    requireDeclared(scopes, app);
    const excluders = await store.appAccesses.excludersOf(appId);
    if (excluders.includes(organizationId)) throw new AppShutOut();
    const key = { appId, organizationId };
    const fresh = { installedAt: now, suspendedAt: null, lastUsedOn: null };
    await store.appInstallations.put({ ...key, ...fresh, scopes: [...new Set(scopes)] });
    await recordChange(context, { organizationId, kind: "APP_INSTALLED", subjectId: appId });
    await tellAccessChanged(context, { appId });
    return app;
  });
}

function requireDeclared(scopes: readonly string[], app: App): void {
  const problems = scopes.flatMap((each, index) => {
    if (app.scopes.some(({ scope }) => scope === each)) return [];
    const message = "must be a scope that the app declares";
    return [{ path: `scopes.${index}`, code: "NOT_DECLARED", message }];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
}
