import { input, validate, type Membership } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { givableScopes, type AppPurpose } from "../domain/app.ts";
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
});

/** The caller behind an app's token; null if the grant, the app or the person no longer exists. */
export async function findClientCaller(
  context: Context,
  given: unknown,
): Promise<ClientCaller | null> {
  requireGateway(context.caller);
  const { clientId, accountId = null, grantId = null } = validate(schema, given);
  const { store } = context;
  const app = await store.apps.find(clientId);
  if (!app) return null;
  const declared = app.scopes.map(({ scope }) => scope);
  const { purpose } = app;
  if (accountId === null) {
    return { clientId, accountId, purpose, scopes: declared, memberships: [] };
  }
  const grant = grantId === null ? null : await store.oauthRecords.findGrant(grantId);
  const isTheirs = grant?.appId === clientId && grant.accountId === accountId;
  const person = isTheirs ? await findPerson(context, accountId) : null;
  if (!person) return null;
  const excluders = await store.appAccesses.excludersOf(clientId);
  // To an app that an organization has excluded, the person does not belong to the organization.
  const memberships = person.memberships.filter(
    ({ organizationId }) => !excluders.includes(organizationId),
  );
  const approvals = await store.appApprovals.listOf(clientId);
  const scopes = givableScopes(declared, { app, approvals, memberships });
  return { clientId, accountId, purpose, scopes, memberships };
}
