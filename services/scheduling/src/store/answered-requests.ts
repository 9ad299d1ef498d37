import type { Instant } from "@tidbok/domain";
import type { Client } from "./client.ts";

/** What was done once under which idempotency key (the shell's table). */
export const answeredRequests = (client: Client) => ({
  /** Forgets keys that were used before the instant; a client that repeats itself later asks anew. */
  forget: (before: Instant): Promise<number> =>
    client.$executeRaw`
      DELETE FROM idempotency WHERE created_at < ${new Date(before).toISOString()}::timestamptz`,
});
