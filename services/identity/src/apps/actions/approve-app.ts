import {
  Forbidden,
  input,
  isProtectedScope,
  NotFound,
  roleIn,
  scopeNames,
  validate,
} from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { AppShutOut } from "../domain/app-access.ts";
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

/** An owner says which scopes of protected data an app may ask the organization's members for; none takes all back. */
export async function approveApp(context: Context, given: unknown): Promise<App> {
  const { caller, store, now } = context;
  const { accountId: by } = requireAccount(caller);
  const { appId, organizationId, scopes } = validate(schema, given);
  const role = roleIn(caller, organizationId);
  if (role === null) throw new NotFound("organization");
  if (role !== "OWNER") throw new Forbidden();
  const app = await store.apps.find(appId);
  if (!app) throw new NotFound("app");
  const excluders = await store.appAccesses.excludersOf(appId);
  if (excluders.includes(organizationId)) throw new AppShutOut();
  await store.transaction(async (inner) => {
    const approval = { scopes: [...new Set(scopes)], by, at: now };
    await inner.apps.approve({ appId, organizationId }, approval);
    const change = { organizationId, kind: "APP_APPROVED", subjectId: appId } as const;
    await recordChange({ ...context, store: inner }, change);
    await tellAccessChanged({ ...context, store: inner }, { appId });
  });
  return app;
}
