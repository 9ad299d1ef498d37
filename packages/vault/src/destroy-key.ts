import type { Pool } from "pg";
import { inTransaction } from "./in-transaction.ts";

/**
 * Destroys every generation of the person's key and leaves a tombstone, also where there was no key
 * yet: from now on nothing of theirs can be read, and nothing can be sealed for them. May be repeated.
 */
export async function destroyKey(pool: Pool, subjectId: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `INSERT INTO subject_key (subject_id, generation, destroyed_at) VALUES ($1, 1, now())
       ON CONFLICT DO NOTHING`,
      [subjectId],
    );
    // A rotation holds this lock while it adds a generation. Only a statement that begins after the
    // lock was granted sees that row, hence a SELECT first and not the UPDATE alone.
    await client.query(
      `SELECT FROM subject_key WHERE subject_id = $1 AND generation = 1 FOR UPDATE`,
      [subjectId],
    );
    await client.query(
      `UPDATE subject_key SET wrapped = NULL, kek_id = NULL, destroyed_at = now()
       WHERE subject_id = $1 AND destroyed_at IS NULL`,
      [subjectId],
    );
  });
}
