import { input, validate, type Membership } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { dayOf } from "../../grants/domain/day-of.ts";
import { givableScopes, type App, type AppPurpose } from "../domain/app.ts";
import { findInstalledScopes } from "./find-installed-scopes.ts";
import { findPerson } from "./find-person.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

/** The caller behind an app's token, for the gateway. */
export type ClientCaller = {
  readonly clientId: string;
  readonly accountId: string | null;
  readonly purpose: AppPurpose;
  /** The scopes that the app may still use; the token may hold fewer. */
  readonly scopes: readonly string[];
  readonly memberships: readonly Membership[];
};

const schema = z.object({
  clientId: input.id,
  accountId: input.id.nullish(),
  grantId: z.string().max(100, "must have 100 characters at most").nullish(),
  organizationId: input.id.nullish(),
});

/** The caller behind an app's token; null if the grant, the app or the person no longer exists. */
export async function findClientCaller(
  context: Context,
  given: unknown,
): Promise<ClientCaller | null> {
  requireGateway(context.caller);
  const {
    accountId = null,
    grantId = null,
    organizationId = null,
    clientId,
  } = validate(schema, given);
  const app = await context.store.apps.find(clientId);
  if (!app) return null;
  if (accountId !== null) return forPerson(context, { app, accountId, grantId });
  return organizationId === null
    ? callerOf(app, { scopes: declaredBy(app), memberships: [] })
    : forOrganization(context, { app, organizationId });
}

/** An app by its own token in an organization that installed it: what an admin may do, within the scopes. */
async function forOrganization(
  context: Context,
  { app, organizationId }: { readonly app: App; readonly organizationId: string },
): Promise<ClientCaller | null> {
  const { store, now } = context;
  const key = { appId: app.id, organizationId };
  const scopes = await findInstalledScopes(context, key);
  if (scopes === null) return null;
  await store.appInstallations.use(key, dayOf(now));
  return callerOf(app, { scopes, memberships: [{ organizationId, role: "ADMIN", version: 0 }] });
}

async function forPerson(
  context: Context,
  {
    app,
    accountId,
    grantId,
  }: { readonly app: App; readonly accountId: string; readonly grantId: string | null },
): Promise<ClientCaller | null> {
  const { store, now } = context;
  const { id: clientId } = app;
  const grant = grantId === null ? null : await store.oauthRecords.findGrant(grantId);
  const isTheirs = grant?.appId === clientId && grant.accountId === accountId;
  const person = isTheirs ? await findPerson(context, accountId) : null;
  if (!grant?.grantId || !person) return null;
  if (grant.lastUsedOn !== dayOf(now)) await store.oauthRecords.use(grant.grantId, dayOf(now));
  const excluders = await store.appAccesses.excludersOf(clientId);
  // To an app that an organization has excluded, the person does not belong to the organization.
  const memberships = person.memberships.filter(
    ({ organizationId }) => !excluders.includes(organizationId),
  );
  const approvals = await store.appApprovals.listOf(clientId);
  const scopes = givableScopes(declaredBy(app), { app, approvals, memberships });
  return callerOf(app, { accountId, scopes, memberships });
}

function callerOf(
  { id: clientId, purpose }: App,
  {
    accountId = null,
    ...may
  }: Pick<ClientCaller, "scopes" | "memberships"> & { readonly accountId?: string | null },
): ClientCaller {
  return { clientId, accountId, purpose, ...may };
}

function declaredBy(app: App): readonly string[] {
  return app.scopes.map(({ scope }) => scope);
}
