import type { Instant } from "@tidbok/domain";
import type { HostPlace, Standing } from "../domain/standing.ts";
import type { Client } from "../../store/client.ts";

/** Which accounts are in use and belong where, as identity told last. */
export const standings = (client: Client) => ({
  /** False, and nothing changes, where something later is known; nothing is later than an erasure. */
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

  /** False, and nothing changes, where something later is known. */
  putMembership: async (
    told: HostPlace & { readonly isCurrent: boolean; readonly toldAt: Instant },
  ): Promise<boolean> => {
    const changed = await client.$executeRaw`
      INSERT INTO membership (organization_id, account_id, is_current, told_at)
      VALUES (${told.organizationId}::uuid, ${told.accountId}::uuid, ${told.isCurrent}, ${iso(told.toldAt)}::timestamptz)
      ON CONFLICT (organization_id, account_id) DO UPDATE SET is_current = excluded.is_current, told_at = excluded.told_at
      WHERE membership.told_at <= excluded.told_at`;
    return changed === 1;
  },

  /** Which of these host nothing new, in the order asked for. */
  areMissing: async (asked: readonly HostPlace[]): Promise<readonly boolean[]> => {
    const organizations = asked.map(({ organizationId }) => organizationId);
    const accounts = asked.map(({ accountId }) => accountId);
    const rows = await client.$queryRaw<{ missing: boolean }[]>`
      SELECT is_missing(t.organization, t.account) AS missing
      FROM unnest(${organizations}::uuid[], ${accounts}::uuid[]) WITH ORDINALITY AS t (organization, account, n)
      ORDER BY t.n`;
    return rows.map(({ missing }) => missing);
  },
});

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
