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
};

/**
 * Leases deliveries that are due. SKIP LOCKED: workers pass each other by instead of waiting. A lease
 * that ran out after the mail was handed over has an unknown outcome; it is marked so.
 */
export async function claimDue(
  prisma: Pick<PrismaClient, "delivery" | "$queryRaw">,
  { leaseId, now, until, limit }: Claim,
): Promise<LeasedDelivery[]> {
  const at = new Date(now);
  const claimed = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE delivery
    SET state = 'SENDING', lease_id = ${leaseId}::uuid, due_at = ${new Date(until)}::timestamptz, handed_over_at = NULL,
        last_error_code = CASE WHEN handed_over_at IS NULL THEN last_error_code ELSE 'OUTCOME_UNKNOWN' END
    WHERE id IN (
      SELECT id FROM delivery WHERE state IN ('PENDING', 'SENDING') AND due_at <= ${at}::timestamptz
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  if (claimed.length === 0) return [];
  const rows = await prisma.delivery.findMany({
    where: { id: { in: claimed.map(({ id }) => id) }, leaseId },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...toDelivery(row), leaseId }));
}
