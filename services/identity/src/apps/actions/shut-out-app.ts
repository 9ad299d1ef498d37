import { Forbidden, input, NotFound, roleIn, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";
import { isAdministrator } from "../../organizations/domain/membership.ts";
import { recordChange } from "../../organizations/actions/steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellAccessChanged } from "../../grants/actions/steps/tell-access-changed.ts";

const schema = z.strictObject({ appId: input.id, organizationId: input.id });

/** Keeps an app from the organization's data, whoever of its members let it in, and takes its approvals back. */
export async function shutOutApp(context: Context, given: unknown): Promise<App> {
  const { caller, store, now } = context;
  const { accountId: by } = requireAccount(caller);
  const key = validate(schema, given);
  const role = roleIn(caller, key.organizationId);
  if (role === null) throw new NotFound("organization");
  if (!isAdministrator(role)) throw new Forbidden();
  const app = await store.apps.find(key.appId);
  if (!app) throw new NotFound("app");
  await store.transaction(async (inner) => {
    await inner.apps.approve(key, { scopes: [], by, at: now });
    if (!(await inner.appAccesses.exclude(key, now))) return;
    const { organizationId, appId } = key;
    const change = { organizationId, kind: "APP_SHUT_OUT", subjectId: appId } as const;
    await recordChange({ ...context, store: inner }, change);
    await tellAccessChanged({ ...context, store: inner }, { appId });
  });
  return app;
}
