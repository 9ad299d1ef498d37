import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../generated/prisma/client.ts";

/** A rule as it is kept. */
export type RetentionRule = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingDays: number | null;
  readonly setAt: Instant;
};

type Row = Awaited<ReturnType<PrismaClient["retentionRule"]["findFirstOrThrow"]>>;

/** How long organizations keep their bookings. */
export const retentionRules = (prisma: Pick<PrismaClient, "retentionRule" | "$queryRaw">) => ({
  findMany: async (organizationIds: readonly string[]): Promise<RetentionRule[]> => {
    const rows = await prisma.retentionRule.findMany({
      where: { organizationId: { in: [...organizationIds] } },
    });
    return rows.map(toRule);
  },

  /** The rule that holds now, with the id that the organization's first one had; null when it held already. */
  put: async (rule: RetentionRule): Promise<RetentionRule | null> => {
    const rows = await prisma.$queryRaw<Pick<Row, "id">[]>`
      INSERT INTO retention_rule (id, organization_id, booking_days, set_at)
      VALUES (${rule.id}::uuid, ${rule.organizationId}::uuid, ${rule.bookingDays}::int, ${new Date(rule.setAt)}::timestamptz)
      ON CONFLICT (organization_id) DO UPDATE SET booking_days = excluded.booking_days, set_at = excluded.set_at
      WHERE retention_rule.booking_days IS DISTINCT FROM excluded.booking_days
      RETURNING id::text`;
    return rows[0] ? { ...rule, id: rows[0].id } : null;
  },
});

function toRule(row: Row): RetentionRule {
  return { ...row, setAt: row.setAt.getTime() };
}
