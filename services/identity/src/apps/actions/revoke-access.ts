import { input, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { endGrant } from "../../grants/actions/end-grant.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ appId: input.id });

/** Ends everything that the caller allowed the app to do. */
export async function revokeAccess(context: Context, given: unknown): Promise<App> {
  const { accountId } = requireAccount(context.caller);
  const { appId } = validate(schema, given);
  const app = await context.store.apps.find(appId);
  if (!app) throw new NotFound("app");
  await inTransaction(context, async (context) => {
    const grants = await context.store.oauthRecords.listGrants({ accountId, appId });
    for (const { grantId } of grants) if (grantId) await endGrant(context, grantId);
  });
  return app;
}
