import type { Instant } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** A count after it was raised. */
export type MailCount = { readonly key: string; readonly count: number; readonly endsAt: Instant };

/** How many mails went under each limit in its time, by keyed hashes of what is limited. */
export const mailCounts = (prisma: Pick<PrismaClient, "$queryRaw" | "$executeRaw">) => ({
  /** Counts one mail under each key (hexadecimal); a time that is over begins anew. */
  raise: async (
    keys: readonly string[],
    { now, endsAt }: { readonly now: Instant; readonly endsAt: Instant },
  ): Promise<readonly MailCount[]> => {
    const rows = await prisma.$queryRaw<{ key: string; count: number; ends_at: Date }[]>`
      INSERT INTO mail_count AS known (key, count, ends_at)
      SELECT decode(key, 'hex'), 1, ${iso(endsAt)}::timestamptz FROM unnest(${[...keys]}::text[]) AS key ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN known.ends_at <= ${iso(now)}::timestamptz THEN 1 ELSE known.count + 1 END,
        ends_at = CASE WHEN known.ends_at <= ${iso(now)}::timestamptz THEN excluded.ends_at ELSE known.ends_at END
      RETURNING encode(key, 'hex') AS key, count, ends_at`;
    return rows.map(({ key, count, ends_at }) => ({ key, count, endsAt: ends_at.getTime() }));
  },

  /** Deletes counts whose time is over; how many. */
  removeOver: async (now: Instant, limit: number): Promise<number> => prisma.$executeRaw`
    DELETE FROM mail_count WHERE key IN (
      SELECT key FROM mail_count WHERE ends_at <= ${iso(now)}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
});
