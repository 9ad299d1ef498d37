import type { Instant } from "@tidbok/domain";
import { breaks, iso } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { TooManyMails } from "../domain/too-many-mails.ts";

/** A leased delivery whose mail goes now, and the limits that it counts towards, by hexadecimal keys. */
export type HandOver = {
  readonly id: string;
  readonly leaseId: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limits: readonly { readonly key: string; readonly most: number }[];
  /** When a count that begins now is over. */
  readonly countedUntil: Instant;
};

/**
 * Notes that the mail goes to the mail server now, counts the attempt, and counts the mail towards its limits. Throws
 * TooManyMails where a limit is reached; then nothing is counted. Null when the lease is over or another worker has it:
 * then nothing is counted either, and the mail must not go.
 */
export async function handOver(
  prisma: Pick<PrismaClient, "$queryRaw">,
  { id, leaseId, limits, ...given }: HandOver,
): Promise<number | null> {
  const [now, until, countedUntil] = [given.now, given.until, given.countedUntil].map(iso);
  try {
    // Sorted, so that two mails with the same limits wait for each other and never deadlock.
    const rows = await prisma.$queryRaw<{ attempts: number }[]>`
      WITH handed AS (
        UPDATE delivery
        SET attempts = attempts + 1, was_handed_over = true, handed_over_at = ${now}::timestamptz,
            due_at = ${until}::timestamptz
        WHERE id = ${id}::uuid AND lease_id = ${leaseId}::uuid AND due_at > ${now}::timestamptz
        RETURNING attempts),
      counted AS (
        INSERT INTO mail_count AS known (key, most, count, ends_at)
        SELECT decode(key, 'hex'), most, 1, ${countedUntil}::timestamptz
        FROM handed, unnest(${limits.map(({ key }) => key)}::text[], ${limits.map(({ most }) => most)}::int[]) AS given (key, most)
        ORDER BY key
        ON CONFLICT (key) DO UPDATE SET
          most = excluded.most,
          count = CASE WHEN known.ends_at <= ${now}::timestamptz THEN 1 ELSE known.count + 1 END,
          ends_at = CASE WHEN known.ends_at <= ${now}::timestamptz THEN excluded.ends_at ELSE known.ends_at END)
      SELECT attempts FROM handed`;
    return rows[0]?.attempts ?? null;
  } catch (error) {
    if (breaks(error, "mail_count_within")) throw new TooManyMails();
    throw error;
  }
}
