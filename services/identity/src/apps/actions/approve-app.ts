import {
  input,
  isProtectedScope,
  NotFound,
  requireRole,
  scopeNames,
  validate,
} from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AppShutOut } from "../domain/app-errors.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({
  appId: input.id,
  organizationId: input.id,
  scopes: z
    .array(z.enum(scopeNames).refine(isProtectedScope, "needs no approval"))
    .max(scopeNames.length, "must name each scope once"),
});

/** Replaces the scopes of protected data that an app may ask the organization's members for. Only owners may do so. */
export async function approveApp(context: Context, given: unknown): Promise<App> {
  const { caller, now } = context;
  const { accountId: by } = requireAccount(caller);
  const { appId, organizationId, scopes } = validate(schema, given);
  requireRole(caller, { organizationId, least: "OWNER" });
  return inTransaction(context, async (context) => {
    const { store } = context;
    const app = await store.apps.lock(appId);
    if (!app) throw new NotFound("app");
    const excluders = await store.appAccesses.excludersOf(appId);
    if (excluders.includes(organizationId)) throw new AppShutOut();
    const approval = { scopes: [...new Set(scopes)], by, at: now };
    await store.appApprovals.replace({ appId, organizationId }, approval);
    const change = { organizationId, kind: "APP_APPROVED", subjectId: appId } as const;
    await recordChange(context, change);
    await tellAccessChanged(context, { appId });
    return app;
  });
}
