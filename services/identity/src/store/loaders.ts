import DataLoader from "dataloader";
import type { Account } from "../accounts/domain/account.ts";
import type { AppHold } from "../apps/domain/app-access.ts";
import type { OauthRecord } from "../grants/domain/oauth-record.ts";
import type { Membership } from "../organizations/domain/membership.ts";
import type { Organization } from "../organizations/domain/organization.ts";
import type { OrganizationChange } from "../organizations/domain/organization-change.ts";
import type { Store } from "./index.ts";

// More rows than any organization has.
const wholeList = { size: 10_000, limit: 10_000, isBackward: false, after: null, before: null };

/** Look-ups of one request, each gathered into one query. */
export function createLoaders(store: Store) {
  return {
    account: new DataLoader<string, Account | null>((ids) => store.accounts.findMany(ids)),
    organization: new DataLoader<string, Organization | null>((ids) =>
      store.organizations.findMany(ids),
    ),
    organizationChange: new DataLoader<string, OrganizationChange | null>((ids) =>
      store.organizationChanges.findMany(ids),
    ),
    /** What an organization's logo is known by. */
    logoPng: new DataLoader<string, Uint8Array | null>((ids) =>
      store.organizationLogos.pngsOf(ids),
    ),
    logoHash: new DataLoader<string, string | null>((ids) => store.organizationLogos.hashesOf(ids)),
    /** How many rows an organization has. */
    appCount: new DataLoader<string, number>((ids) => store.apps.countOf(ids)),
    invitationCount: new DataLoader<string, number>((ids) => store.invitations.countOpenOf(ids)),
    memberCount: new DataLoader<string, number>((ids) => store.organizations.countMembers(ids)),
    /** The apps with access to an organization's data. */
    appHolds: new DataLoader<string, readonly AppHold[]>((organizationIds) =>
      Promise.all(organizationIds.map((id) => store.appAccesses.list(id, wholeList))),
    ),
    /** What a person lets apps do, all of it. */
    grants: new DataLoader<string, readonly OauthRecord[]>((accountIds) =>
      Promise.all(accountIds.map((accountId) => store.oauthRecords.listGrants({ accountId }))),
    ),
    /** The memberships of an account. */
    memberships: new DataLoader<string, readonly Membership[]>(async (accountIds) => {
      const found = Map.groupBy(
        await store.memberships.listOf(accountIds),
        ({ accountId }) => accountId,
      );
      return accountIds.map((id) => found.get(id) ?? []);
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
