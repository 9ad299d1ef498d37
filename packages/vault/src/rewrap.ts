import type { Pool } from "pg";
import { inTransaction } from "./in-transaction.ts";
import type { KeyProvider } from "./key-provider.ts";

type Row = {
  readonly subject_id: string;
  readonly generation: number;
  readonly wrapped: Uint8Array;
  readonly kek_id: string;
};

const batchSize = 200;

/**
 * Retires the former keys of the provider: nothing is wrapped with them from now on, whatever a process still holds.
 * Then wraps all keys again that a former key wraps, with the current one, and returns how many keys these were. The
 * people's keys stay the same, so no sealed text changes. May run beside the services, may be stopped and repeated; when
 * it returns 0 the former keys may leave the provider.
 */
export async function rewrap(options: {
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
}): Promise<number> {
  await retireFormer(options);
  let total = 0;
  for (;;) {
    const count = await rewrapBatch(options);
    total += count;
    if (count === 0) return total;
  }
}

async function retireFormer({
  pool,
  keyProvider,
}: {
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
}): Promise<void> {
  const { former } = await keyProvider.keyIds();
  await inTransaction(pool, async (client) => {
    // Waits for each transaction that has written a key already: the next ones see what is retired.
    await client.query("LOCK TABLE subject_key IN SHARE MODE");
    await client.query(
      "INSERT INTO retired_kek (kek_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING",
      [former],
    );
  });
}

async function rewrapBatch(options: {
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
}): Promise<number> {
  const { pool, keyProvider } = options;
  const { current } = await keyProvider.keyIds();
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT subject_id, generation, wrapped, kek_id FROM subject_key
       WHERE wrapped IS NOT NULL AND kek_id <> $1
       ORDER BY subject_id, generation LIMIT ${batchSize} FOR UPDATE`,
      [current],
    );
    for (const { subject_id: subjectId, generation, wrapped, kek_id: keyId } of rows) {
      const dek = await keyProvider.unwrap({ wrapped, keyId, subjectId });
      const again = await keyProvider.wrap({ dek, subjectId });
      await client.query(
        `UPDATE subject_key SET wrapped = $3, kek_id = $4 WHERE subject_id = $1 AND generation = $2`,
        [subjectId, generation, again.wrapped, again.keyId],
      );
    }
    return rows.length;
  });
}
