import type { Instant } from "@tidbok/domain";
import pg from "pg";

/** The service's outbox, and the moment of publishing to begin at. */
export type Replay = { readonly connectionString: string; readonly since: Instant };

/**
 * Has everything published again that was published since then, to fill a broker that lost its
 * streams; says how many events that is. The relay does the publishing. May be repeated: streams drop
 * what they got in the last ten minutes, and inboxes what they ever got.
 */
export async function replayOutbox({ connectionString, since }: Replay): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE outbox SET published_at = NULL WHERE published_at >= $1`,
      [new Date(since)],
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
