import type { Instant } from "@tidbok/domain";
import { toDate, toInstant, type IdPage } from "@tidbok/service";
import type { AppHold } from "../domain/app-access.ts";
import { Prisma, type PrismaClient } from "../../generated/prisma/client.ts";

type Client = Pick<PrismaClient, "appExclusion" | "$queryRaw">;

/** The access of apps to the data of organizations. */
export const appAccesses = (prisma: Client) => ({
  /** A page of the apps that the organization approved (once, if it rests), installed or excludes, or that members gave access, oldest first. */
  list: async (
    organizationId: string,
    { after, before, isBackward, limit }: IdPage,
  ): Promise<AppHold[]> => {
    const rows = await prisma.$queryRaw<Row[]>`
      WITH approved AS (
        SELECT app_id, array_agg(scope ORDER BY scope) FILTER (WHERE suspended_at IS NULL) AS scopes,
          array_agg(scope ORDER BY scope) FILTER (WHERE suspended_at IS NOT NULL) AS suspended,
          min(approved_at) FILTER (WHERE suspended_at IS NULL) AS since
        FROM app_approval WHERE organization_id = ${organizationId}::uuid GROUP BY app_id
      ), allowed AS (
        SELECT r.app_id, count(DISTINCT r.account_id)::int AS members, min(r.created_at) AS since
        FROM membership AS m JOIN oauth_record AS r ON r.account_id = m.account_id
        WHERE m.organization_id = ${organizationId}::uuid AND r.model = 'Grant' AND r.expires_at > now()
        GROUP BY r.app_id
      )
      SELECT app.id::text AS app_id, approved.scopes, approved.suspended, coalesce(allowed.members, 0) AS members,
        installed.scopes AS installed, installed.last_used_on::text AS last_acted_on,
        least(approved.since, allowed.since, installed.installed_at) AS since, shut.app_id IS NOT NULL AS is_shut_out
      FROM app
      LEFT JOIN approved ON approved.app_id = app.id
      LEFT JOIN allowed ON allowed.app_id = app.id
      LEFT JOIN app_installation AS installed ON installed.app_id = app.id AND installed.suspended_at IS NULL
        AND installed.organization_id = ${organizationId}::uuid
      LEFT JOIN app_exclusion AS shut ON shut.app_id = app.id AND shut.organization_id = ${organizationId}::uuid
      WHERE num_nonnulls(approved.app_id, allowed.app_id, shut.app_id, installed.app_id) > 0
        AND (${after}::uuid IS NULL OR app.id > ${after}::uuid) AND (${before}::uuid IS NULL OR app.id < ${before}::uuid)
      ORDER BY app.id ${isBackward ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${limit}`;
    return rows.map((row) => ({
      appId: row.app_id,
      approvedScopes: row.scopes ?? [],
      suspendedScopes: row.suspended ?? [],
      installedScopes: row.installed ?? [],
      lastActedOn: row.last_acted_on,
      memberCount: row.members,
      since: toInstant(row.since),
      isShutOut: row.is_shut_out,
    }));
  },

  /** The organizations that exclude the app from their data. */
  excludersOf: async (appId: string): Promise<readonly string[]> => {
    const select = { organizationId: true };
    const rows = await prisma.appExclusion.findMany({ where: { appId }, select });
    return rows.map(({ organizationId }) => organizationId);
  },

  /** False if it was excluded before. */
  exclude: async (
    key: { appId: string; organizationId: string },
    at: Instant,
  ): Promise<boolean> => {
    const data = [{ ...key, excludedAt: toDate(at) }];
    return (await prisma.appExclusion.createMany({ data, skipDuplicates: true })).count === 1;
  },

  /** False if it was not excluded. */
  readmit: async (key: { appId: string; organizationId: string }): Promise<boolean> =>
    (await prisma.appExclusion.deleteMany({ where: key })).count === 1,
});

type Row = {
  readonly app_id: string;
  readonly scopes: string[] | null;
  readonly suspended: string[] | null;
  readonly installed: string[] | null;
  readonly last_acted_on: string | null;
  readonly members: number;
  readonly since: Date | null;
  readonly is_shut_out: boolean;
};
