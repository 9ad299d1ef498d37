import { iso } from "@tidbok/service";
import type { OrganizationAccount, Standing, Told } from "../domain/standing.ts";
import type { Client } from "../../store/client.ts";

/** Which accounts are in use and to which organizations they belong, as identity told last. */
export const standings = (client: Client) => ({
  /** False, without a change, when a later fact is known; an erasure is final. */
  putAccount: async (
    told: Told & { readonly accountId: string; readonly state: Standing },
  ): Promise<boolean> => {
    const changed = await client.$executeRaw`
      INSERT INTO account_standing (account_id, state, version, told_at)
      VALUES (${told.accountId}::uuid, ${told.state}, ${told.version}, ${iso(told.toldAt)}::timestamptz)
      ON CONFLICT (account_id) DO UPDATE
      SET state = excluded.state, version = excluded.version, told_at = excluded.told_at
      WHERE account_standing.state <> 'ERASED'
        AND (excluded.state = 'ERASED' OR account_standing.version < excluded.version)`;
    return changed === 1;
  },

  /** False, without a change, when a later fact is known. */
  putMembership: async (
    told: Told & OrganizationAccount & { readonly isCurrent: boolean },
  ): Promise<boolean> => {
    const changed = await client.$executeRaw`
      INSERT INTO membership (organization_id, account_id, is_current, version, told_at)
      VALUES (${told.organizationId}::uuid, ${told.accountId}::uuid, ${told.isCurrent}, ${told.version},
        ${iso(told.toldAt)}::timestamptz)
      ON CONFLICT (organization_id, account_id) DO UPDATE
      SET is_current = excluded.is_current, version = excluded.version, told_at = excluded.told_at
      WHERE membership.version < excluded.version`;
    return changed === 1;
  },

  /**
   * Whether a membership that began at this version is ahead of what identity told until now: the last that is known is
   * an earlier membership of the same account, or its end.
   */
  isAhead: async (
    { organizationId, accountId }: OrganizationAccount,
    version: number,
  ): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT FROM membership WHERE organization_id = ${organizationId}::uuid AND account_id = ${accountId}::uuid
      AND version < ${version} AND (version > 0 OR NOT is_current)`;
    return rows.length > 0;
  },

  /** For each account in order, whether it can host nothing new. */
  areMissing: async (hosts: readonly OrganizationAccount[]): Promise<readonly boolean[]> => {
    const organizations = hosts.map(({ organizationId }) => organizationId);
    const accounts = hosts.map(({ accountId }) => accountId);
    const rows = await client.$queryRaw<{ missing: boolean }[]>`
      SELECT is_missing(t.organization, t.account) AS missing
      FROM unnest(${organizations}::uuid[], ${accounts}::uuid[]) WITH ORDINALITY AS t (organization, account, n)
      ORDER BY t.n`;
    return rows.map(({ missing }) => missing);
  },
});
