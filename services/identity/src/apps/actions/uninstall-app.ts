import { input, NotFound, requireRole, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id, organizationId: input.id });

/** Ends that an app acts for the organization. What members let it do in their own names stays. */
export async function uninstallApp(context: Context, given: unknown): Promise<App> {
  const { caller } = context;
  requireAccount(caller);
  const { appId, organizationId } = validate(schema, given);
  requireRole(caller, { organizationId, least: "ADMIN" });
  return inTransaction(context, async (context) => {
    const app = await context.store.apps.lock(appId);
    if (!app) throw new NotFound("app");
    if (!(await context.store.appInstallations.remove({ appId, organizationId }))) return app;
    await recordChange(context, { organizationId, kind: "APP_UNINSTALLED", subjectId: appId });
    await tellAccessChanged(context, { appId });
    return app;
  });
}
