import type { Instant } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type { OrganizationAccount, Standing } from "../domain/standing.ts";
import type { Client } from "../../store/client.ts";

/** Which accounts are in use and to which organizations they belong, as identity told last. */
export const standings = (client: Client) => ({
  /** False, without a change, when a later fact is known; an erasure is final. */
  putAccount: async (told: {
    readonly accountId: string;
    readonly state: Standing;
    readonly toldAt: Instant;
  }): Promise<boolean> => {
    const changed = await client.$executeRaw`
      INSERT INTO account_standing (account_id, state, told_at)
      VALUES (${told.accountId}::uuid, ${told.state}, ${iso(told.toldAt)}::timestamptz)
      ON CONFLICT (account_id) DO UPDATE SET state = excluded.state, told_at = excluded.told_at
      WHERE account_standing.state <> 'ERASED'
        AND (excluded.state = 'ERASED' OR account_standing.told_at <= excluded.told_at)`;
    return changed === 1;
  },

  /** False, without a change, when a later fact is known. */
  putMembership: async (
    told: OrganizationAccount & { readonly isCurrent: boolean; readonly toldAt: Instant },
  ): Promise<boolean> => {
    const changed = await client.$executeRaw`
      INSERT INTO membership (organization_id, account_id, is_current, told_at)
      VALUES (${told.organizationId}::uuid, ${told.accountId}::uuid, ${told.isCurrent}, ${iso(told.toldAt)}::timestamptz)
      ON CONFLICT (organization_id, account_id) DO UPDATE SET is_current = excluded.is_current, told_at = excluded.told_at
      WHERE membership.told_at <= excluded.told_at`;
    return changed === 1;
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
