import { roleIn } from "@tidbok/domain";
import { findAccount } from "../../../accounts/actions/find-account.ts";
import { findAppAccess } from "../../../apps/actions/steps/find-app-access.ts";
import { findAppGrantById } from "../../../apps/actions/find-app-grant.ts";
import { findApp } from "../../../apps/actions/find-app.ts";
import type { Context } from "../../../context.ts";
import { findInvitation } from "../../../organizations/actions/find-invitation.ts";
import { findOrganization } from "../../../organizations/actions/find-organization.ts";
import { knownMemberships, relationToAccount } from "../../../organizations/domain/relation.ts";
import { listPasskeys } from "../../../passkeys/actions/list-passkeys.ts";
import { listPersonalTokens } from "../../../personal-tokens/actions/list-personal-tokens.ts";
import { listLogInMethods } from "../../../providers/actions/list-log-in-methods.ts";
import { findAuthenticator } from "../../../second-step/actions/find-authenticator.ts";
import { isLive } from "../../../sessions/domain/session.ts";

/** Finds an object of one type by its id; null where it does not exist or the caller may not know of it. */
type FindNode = (context: Context, id: string) => Promise<object | null | undefined>;

/** How the objects of this service are found, by type: each by the rule of the list or field that shows it. */
export const ownNodes: ReadonlyMap<string, FindNode> = new Map<string, FindNode>([
  ["Account", findKnownAccount],
  ["App", findApp],
  ["AppAccess", findAppAccess],
  ["AppGrant", findAppGrantById],
  ["Authenticator", async (context, id) => ofAccount(await findAuthenticator(context), id)],
  ["Invitation", findOpenInvitation],
  ["LogInMethods", async (context, id) => ofAccount(await listLogInMethods(context), id)],
  ["Membership", findMembership],
  ["Organization", findOrganization],
  ["OrganizationChange", findChange],
  ["Passkey", async (context, id) => byId(await listPasskeys(context), id)],
  ["PersonalToken", async (context, id) => byId(await listPersonalTokens(context), id)],
  [
    "ProviderLink",
    async (context, id) => byId((await listLogInMethods(context))?.providerLinks, id),
  ],
  // The rule is the privacy service's, which does not know the organizations that never set one.
  ["Retention", findOrganization],
  ["Session", findSession],
  ["SupportAccess", findSupportAccess],
]);

// A host's account is shown beside what the host offers. By its id alone it is found by its person and by members of the
// same organizations only.
async function findKnownAccount(context: Context, id: string) {
  const memberships = await context.loaders.memberships.load(id);
  const relation = relationToAccount(context.caller, { accountId: id, memberships });
  return relation === "none" ? null : findAccount(context, id);
}

async function findMembership({ caller, store }: Context, id: string) {
  const row = await store.memberships.findById(id);
  if (row === null) return null;
  const { accountId } = row;
  return knownMemberships(caller, { accountId, memberships: [row] })[0];
}

async function findOpenInvitation(context: Context, id: string) {
  const invitation = await findInvitation(context, id);
  return invitation?.acceptedAt === null ? invitation : null;
}

async function findChange({ caller, loaders }: Context, id: string) {
  const change = await loaders.organizationChange.load(id);
  return change && roleIn(caller, change.organizationId) === "OWNER" ? change : null;
}

async function findSession({ caller, store, now }: Context, id: string) {
  if (caller.kind !== "account") return null;
  const session = await store.sessions.find(id);
  return session?.accountId === caller.accountId && isLive(session, now) ? session : null;
}

async function findSupportAccess({ caller, store }: Context, id: string) {
  if (caller.kind !== "account") return null;
  const access = await store.supportAccesses.find(id);
  return access?.accountId === caller.accountId ? access : null;
}

// What an account has once has the account's id.
function ofAccount<Row extends { readonly accountId: string }>(row: Row | null, id: string) {
  return row?.accountId === id ? row : null;
}

function byId<Row extends { readonly id: string }>(
  rows: readonly Row[] | null | undefined,
  id: string,
): Row | undefined {
  return rows?.find((row) => row.id === id);
}
