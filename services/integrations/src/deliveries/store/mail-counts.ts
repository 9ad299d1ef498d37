import type { Instant } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** How many mails went under each limit in its time, by keyed hashes of what is limited. `handOver` raises them. */
export const mailCounts = (prisma: Pick<PrismaClient, "$queryRaw" | "$executeRaw">) => ({
  /** When the last one of the limits (hexadecimal keys) that are reached begins anew; null where none is. */
  reachedUntil: async (keys: readonly string[], now: Instant): Promise<Instant | null> => {
    const [row] = await prisma.$queryRaw<{ until: Date | null }[]>`
      SELECT max(ends_at) AS until FROM mail_count
      WHERE key IN (SELECT decode(key, 'hex') FROM unnest(${[...keys]}::text[]) AS key)
        AND count >= most AND ends_at > ${iso(now)}::timestamptz`;
    return row?.until?.getTime() ?? null;
  },

  /** Deletes counts whose time is over; how many. */
  removeOver: async (now: Instant, limit: number): Promise<number> => prisma.$executeRaw`
    DELETE FROM mail_count WHERE key IN (
      SELECT key FROM mail_count WHERE ends_at <= ${iso(now)}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
});
