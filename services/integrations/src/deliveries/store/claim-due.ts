import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import type { LeasedDelivery } from "../domain/delivery.ts";
import { toDelivery } from "./delivery-row.ts";

/** A worker's claim: how many deliveries, and until when. */
export type Claim = {
  readonly leaseId: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
  /** How many of them may belong to organizations; the rest is left to mails about accounts. */
  readonly limitOfOrganizations: number;
  /** How many deliveries of one organization may be under way, those of other workers included. */
  readonly mostOfOne: number;
};

/**
 * Leases deliveries that are due: mails about accounts first, and then organizations in turns, each with its oldest
 * one first. An organization that has deliveries under way comes later. SKIP LOCKED: workers pass each other by
 * instead of waiting. A lease that ran out after the mail was handed over has an unknown outcome; it is marked so.
 */
export async function claimDue(
  prisma: Pick<PrismaClient, "delivery" | "$queryRaw">,
  { leaseId, now, until, limit, limitOfOrganizations, mostOfOne }: Claim,
): Promise<LeasedDelivery[]> {
  if (limit <= 0) return [];
  const at = new Date(now);
  // The organizations are found by leaps through the index, so a long queue of one costs the others nothing.
  const claimed = await prisma.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE organization AS (
      (SELECT organization_id AS id FROM delivery
       WHERE state IN ('PENDING', 'SENDING') AND organization_id IS NOT NULL ORDER BY organization_id LIMIT 1)
      UNION ALL
      SELECT (SELECT organization_id FROM delivery
              WHERE state IN ('PENDING', 'SENDING') AND organization_id > organization.id
              ORDER BY organization_id LIMIT 1)
      FROM organization WHERE organization.id IS NOT NULL),
    of_accounts AS (
      SELECT id, due_at, 0 AS nth FROM delivery
      WHERE state IN ('PENDING', 'SENDING') AND organization_id IS NULL AND due_at <= ${at}::timestamptz
      ORDER BY due_at, id LIMIT ${limit}),
    of_organizations AS (
      SELECT due.id, due.due_at, due.nth FROM organization, LATERAL (
        SELECT id, due_at, under_way.count + row_number() OVER (ORDER BY due_at, id) AS nth
        FROM delivery, (
          SELECT count(*) FROM delivery
          WHERE state = 'SENDING' AND organization_id = organization.id AND due_at > ${at}::timestamptz) AS under_way
        WHERE state IN ('PENDING', 'SENDING') AND organization_id = organization.id AND due_at <= ${at}::timestamptz
        ORDER BY due_at, id LIMIT ${mostOfOne}) AS due
      WHERE due.nth <= ${mostOfOne} ORDER BY due.nth, due.due_at, due.id LIMIT ${limitOfOrganizations}),
    next AS (
      SELECT id FROM (SELECT * FROM of_accounts UNION ALL SELECT * FROM of_organizations) AS candidate
      ORDER BY nth, due_at, id LIMIT ${limit})
    UPDATE delivery
    SET state = 'SENDING', lease_id = ${leaseId}::uuid, due_at = ${new Date(until)}::timestamptz, handed_over_at = NULL,
        last_error_code = CASE WHEN handed_over_at IS NULL THEN last_error_code ELSE 'OUTCOME_UNKNOWN' END
    WHERE id IN (
      SELECT id FROM delivery WHERE id IN (SELECT id FROM next)
        AND state IN ('PENDING', 'SENDING') AND due_at <= ${at}::timestamptz
      FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  if (claimed.length === 0) return [];
  const rows = await prisma.delivery.findMany({
    where: { id: { in: claimed.map(({ id }) => id) }, leaseId },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...toDelivery(row), leaseId }));
}
