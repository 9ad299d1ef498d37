import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { inTransaction } from "./in-transaction.ts";
import type { KeyProvider } from "./key-provider.ts";
import { SubjectErased } from "./subject-erased.ts";

type Rotation = {
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
  readonly subjectId: string;
};

/** Adds a generation to the person's key: it seals from now on, the former ones still open. */
export async function rotateKey({ pool, keyProvider, subjectId }: Rotation): Promise<void> {
  const { wrapped, keyId } = await keyProvider.wrap({ dek: randomBytes(32), subjectId });
  const values = [subjectId, wrapped, keyId];
  await inTransaction(pool, async (client) => {
    const first = await client.query(
      `INSERT INTO subject_key (subject_id, generation, wrapped, kek_id) VALUES ($1, 1, $2, $3)
       ON CONFLICT DO NOTHING`,
      values,
    );
    if (first.rowCount === 1) return;
    const { rows } = await client.query<{ readonly is_destroyed: boolean }>(
      `SELECT destroyed_at IS NOT NULL AS is_destroyed FROM subject_key
       WHERE subject_id = $1 AND generation = 1 FOR UPDATE`,
      [subjectId],
    );
    if (rows[0]?.is_destroyed) throw new SubjectErased();
    await client.query(
      `INSERT INTO subject_key (subject_id, generation, wrapped, kek_id)
       SELECT $1, max(generation) + 1, $2, $3 FROM subject_key WHERE subject_id = $1`,
      values,
    );
  });
}
