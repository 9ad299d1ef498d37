import type { Caller } from "@tidbok/domain";
import type { Context } from "./context.ts";
import type { Invitation } from "./organizations/domain/invitation.ts";
import type { Membership } from "./organizations/domain/membership.ts";
import type { OrganizationChange } from "./organizations/domain/organization-change.ts";
import {
  relationToAccount,
  relationToInvited,
  relationToMember,
} from "./organizations/domain/relation.ts";
import type { SupportAccess } from "./support/domain/support-access.ts";

type Owned = { readonly accountId: string };
type MaybeOwn = Owned & { readonly isOwn?: boolean };
type AccountRow = { readonly id: string; readonly isOwn?: boolean };

/** What a caller is to a row of each type with classified fields. */
export const relations = {
  Account: async (caller: Caller, row: AccountRow, { loaders }: Context) => {
    // A visitor that has just logged in is this person; the next request says so.
    if (row.isOwn) return "self" as const;
    const memberships = await loaders.memberships.load(row.id);
    return relationToAccount(caller, { accountId: row.id, memberships });
  },
  Membership: (caller: Caller, row: Membership) => relationToMember(caller, row),
  Invitation: (caller: Caller, row: Invitation) => relationToInvited(caller, row.organizationId),
  OrganizationChange: (caller: Caller, row: OrganizationChange) =>
    relationToInvited(caller, row.organizationId),
  LogInMethods: relationToOwned,
  ProviderLink: relationToOwned,
  AppGrant: relationToOwned,
  PersonalToken: relationToOwned,
  PersonalTokenWithSecret: relationToOwned,
  Session: relationToOwned,
  Passkey: relationToMaybeOwn,
  Authenticator: relationToOwned,
  AuthenticatorSecret: relationToOwned,
  RecoveryCodes: relationToOwned,
  // An agent with the operator's enrolment link is the owner, and not logged in yet.
  PasskeyCreation: relationToMaybeOwn,
  SupportAccess: (caller: Caller, row: Pick<SupportAccess, "accountId">) =>
    relationToOwned(caller, { accountId: row.accountId ?? "" }),
  // The caller has just shown a password or a refresh token of this very account.
  SessionTokens: () => "self" as const,
  SecondStep: () => "self" as const,
  // Services alone may ask for these, and their audience is the same for every row.
  EmailVerification: () => "none" as const,
  SessionCaller: () => "none" as const,
  PersonCaller: () => "none" as const,
  ClientCaller: () => "none" as const,
};

function relationToOwned(caller: Caller, { accountId }: Owned) {
  return relationToAccount(caller, { accountId, memberships: [] });
}

function relationToMaybeOwn(caller: Caller, row: MaybeOwn) {
  return row.isOwn ? ("self" as const) : relationToOwned(caller, row);
}
