import { Forbidden, input, NotFound, roleIn, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id, organizationId: input.id });

/** Lets an app that was shut out at the organization's data again, as far as members let it in. Approvals are given anew. */
export async function readmitApp(context: Context, given: unknown): Promise<App> {
  const { caller, store } = context;
  requireAccount(caller);
  const key = validate(schema, given);
  const role = roleIn(caller, key.organizationId);
  if (role === null) throw new NotFound("organization");
  if (role !== "OWNER") throw new Forbidden();
  const app = await store.apps.find(key.appId);
  if (!app) throw new NotFound("app");
  await store.transaction(async (inner) => {
    if (!(await inner.appAccesses.readmit(key))) return;
    const { organizationId, appId } = key;
    const change = { organizationId, kind: "APP_READMITTED", subjectId: appId } as const;
    await recordChange({ ...context, store: inner }, change);
    await tellAccessChanged({ ...context, store: inner }, { appId });
  });
  return app;
}
