import type { Instant } from "@tidbok/domain";
import { iso, type OnceRequest } from "@tidbok/service";
import type { Client } from "./client.ts";

/** The requests that were answered under an idempotency key, in the shell's table. */
export const answeredRequests = (client: Client) => ({
  has: async ({ principal, operation, key }: Omit<OnceRequest, "request">): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT 1 AS found FROM idempotency
      WHERE principal = ${principal} AND operation = ${operation} AND key = ${key} AND result_id IS NOT NULL`;
    return rows.length > 0;
  },

  /** Forgets up to `limit` keys from before the instant; returns how many. A later retry is a new request. */
  forget: (before: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM idempotency WHERE ctid IN (SELECT ctid FROM idempotency
        WHERE created_at < ${iso(before)}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
});
