import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id, organizationId: input.id });

/** Excludes an app from the organization's data, even if members gave it access, and withdraws its approvals. It is installed there no more. */
export async function shutOutApp(context: Context, given: unknown): Promise<App> {
  const { caller, now } = context;
  const { accountId: by } = requireAccount(caller);
  const key = validate(schema, given);
  const { appId, organizationId } = key;
  requireRole(caller, { organizationId, least: "ADMIN" });
  return inTransaction(context, async (context) => {
    const { store } = context;
    const app = await store.apps.lock(appId);
    if (!app) throw new NotFound("app");
    await store.appApprovals.replace(key, { scopes: [], by, at: now });
    await store.appInstallations.remove(key);
    if (!(await store.appAccesses.exclude(key, now))) return app;
    const change = { organizationId, kind: "APP_SHUT_OUT", subjectId: appId } as const;
    await recordChange(context, change);
    await tellAccessChanged(context, { appId });
    return app;
  });
}
