import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import type { KeyProvider } from "./key-provider.ts";

/** A person's keys, newest first; `erased` when they were destroyed. */
export type SubjectKeys = ReadonlyMap<number, Uint8Array> | "erased";

type Options = {
  readonly pool: Pool;
  readonly keyProvider: KeyProvider;
  readonly cacheMilliseconds: number;
};

type Row = {
  readonly subject_id: string;
  readonly generation: number;
  readonly wrapped: Uint8Array | null;
  readonly kek_id: string | null;
};

/** Finds, makes and remembers people's keys. Each call asks the database once for all it does not know. */
export function createSubjectKeys({ pool, keyProvider, cacheMilliseconds }: Options) {
  const cache = new LRUCache<string, SubjectKeys>({ max: 10_000, ttl: cacheMilliseconds });

  async function find(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    const found = new Map<string, SubjectKeys>();
    for (const id of new Set(subjectIds)) {
      const known = cache.get(id);
      if (known) found.set(id, known);
    }
    const missing = [...new Set(subjectIds)].filter((id) => !found.has(id));
    for (const [id, keys] of await load(missing)) {
      cache.set(id, keys);
      found.set(id, keys);
    }
    return found;
  }

  async function load(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    if (subjectIds.length === 0) return new Map();
    const { rows } = await pool.query<Row>(
      `SELECT subject_id, generation, wrapped, kek_id FROM subject_key
       WHERE subject_id = ANY($1::uuid[]) ORDER BY subject_id, generation DESC`,
      [subjectIds],
    );
    const bySubject = Map.groupBy(rows, (row) => row.subject_id);
    const entries = [...bySubject].map(async ([id, of]) => [id, await unwrapAll(of)] as const);
    return new Map(await Promise.all(entries));
  }

  async function unwrapAll(rows: readonly Row[]): Promise<SubjectKeys> {
    const keys = new Map<number, Uint8Array>();
    for (const { subject_id: subjectId, generation, wrapped, kek_id: keyId } of rows) {
      if (!wrapped || !keyId) return "erased";
      keys.set(generation, await keyProvider.unwrap({ wrapped, keyId, subjectId }));
    }
    return keys;
  }

  async function findOrMake(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    const found = await find(subjectIds);
    const missing = [...new Set(subjectIds)].filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    await make(missing);
    // Another process may have made the same person's key first; what the table holds is the key.
    return new Map([...found, ...(await find(missing))]);
  }

  async function make(subjectIds: readonly string[]): Promise<void> {
    // Sorted, so that two that make keys for the same people wait for each other instead of deadlocking.
    const ids = subjectIds.toSorted();
    const wrap = (subjectId: string) => keyProvider.wrap({ dek: randomBytes(32), subjectId });
    await pool.query(
      `INSERT INTO subject_key (subject_id, generation, wrapped, kek_id)
       SELECT id, 1, wrapped, $3 FROM unnest($1::uuid[], $2::bytea[]) AS fresh (id, wrapped)
       ON CONFLICT DO NOTHING`,
      [ids, await Promise.all(ids.map(wrap)), keyProvider.keyId],
    );
  }

  return { find, findOrMake, forget: (subjectId: string) => cache.delete(subjectId) };
}
