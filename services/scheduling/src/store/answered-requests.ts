import type { Instant } from "@tidbok/domain";
import type { OnceRequest } from "@tidbok/service";
import type { Client } from "./client.ts";

/** What was done once under which idempotency key (the shell's table). */
export const answeredRequests = (client: Client) => ({
  has: async ({ principal, operation, key }: Omit<OnceRequest, "request">): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT 1 AS found FROM idempotency
      WHERE principal = ${principal} AND operation = ${operation} AND key = ${key} AND result_id IS NOT NULL`;
    return rows.length > 0;
  },

  /** Forgets some keys that were used before the instant; how many. A client that repeats itself later asks anew. */
  forget: (before: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM idempotency WHERE ctid IN (SELECT ctid FROM idempotency
        WHERE created_at < ${new Date(before).toISOString()}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
});
