import type { Instant } from "@tidbok/domain";
import type { Client } from "./client.ts";

/** What was done once under which idempotency key (the shell's table). */
export const answeredRequests = (client: Client) => ({
  /** Forgets some keys that were used before the instant; how many. A client that repeats itself later asks anew. */
  forget: (before: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM idempotency WHERE ctid IN (SELECT ctid FROM idempotency
        WHERE created_at < ${new Date(before).toISOString()}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
});
