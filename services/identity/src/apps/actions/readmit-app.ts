import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id, organizationId: input.id });

/** Ends the exclusion of an app from the organization's data. Its approvals stay withdrawn. */
export async function readmitApp(context: Context, given: unknown): Promise<App> {
  const { caller } = context;
  requireAccount(caller);
  const { appId, organizationId } = validate(schema, given);
  requireRole(caller, { organizationId, least: "OWNER" });
  return inTransaction(context, async (context) => {
    const app = await context.store.apps.lock(appId);
    if (!app) throw new NotFound("app");
    if (!(await context.store.appAccesses.readmit({ appId, organizationId }))) return app;
    const change = { organizationId, kind: "APP_READMITTED", subjectId: appId } as const;
    await recordChange(context, change);
    await tellAccessChanged(context, { appId });
    return app;
  });
}
