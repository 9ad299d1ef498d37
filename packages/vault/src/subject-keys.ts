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

// Longer than any query takes that was under way when the key was destroyed.
const tombstoneMilliseconds = 60_000;

/** Finds, makes and remembers people's keys. Each call asks the database once for all it does not know. */
export function createSubjectKeys({ pool, keyProvider, cacheMilliseconds }: Options) {
  const cache = new LRUCache<string, SubjectKeys>({ max: 10_000, ttl: cacheMilliseconds });
  // Apart from the cache, because a destroyed key wins over whatever is read or remembered of it.
  const tombstones = new LRUCache<string, true>({ max: 100_000, ttl: tombstoneMilliseconds });

  function remember(id: string, read: SubjectKeys): SubjectKeys {
    const keys = tombstones.has(id) ? "erased" : read;
    cache.set(id, keys);
    return keys;
  }

  async function find(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    const found = new Map<string, SubjectKeys>();
    for (const id of new Set(subjectIds)) {
      const known = cache.get(id);
      if (known) found.set(id, known);
    }
    const missing = [...new Set(subjectIds)].filter((id) => !found.has(id));
    for (const [id, keys] of await load(missing)) found.set(id, keys);
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
    const entries = [...bySubject].map(
      async ([id, of]) => [id, await unwrapAll(keyProvider, of)] as const,
    );
    const read = await Promise.all(entries);
    return new Map(read.map(([id, keys]) => [id, remember(id, keys)]));
  }

  /**
   * The keys to seal with, made where they are missing. They are read each time: a key that another process has
   * destroyed since this one remembered it must seal nothing.
   */
  async function findOrMake(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    const ids = [...new Set(subjectIds)];
    const found = await load(ids);
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const made = await make(missing);
    // Another process may have made the same person's key first; what the table holds is the key.
    const others = await load(missing.filter((id) => !made.has(id)));
    return new Map([...found, ...made, ...others]);
  }

  async function make(subjectIds: readonly string[]): Promise<Map<string, SubjectKeys>> {
    const fresh = await Promise.all(
      // Sorted, so that two that make keys for the same people wait for each other instead of deadlocking.
      subjectIds.toSorted().map(async (id) => {
        const dek = randomBytes(32);
        return { id, dek, ...(await keyProvider.wrap({ dek, subjectId: id })) };
      }),
    );
    const { rows } = await pool.query<Pick<Row, "subject_id">>(
      `INSERT INTO subject_key (subject_id, generation, wrapped, kek_id)
       SELECT id, 1, wrapped, kek_id
       FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS fresh (id, wrapped, kek_id)
       ON CONFLICT DO NOTHING RETURNING subject_id`,
      [
        fresh.map(({ id }) => id),
        fresh.map(({ wrapped }) => wrapped),
        fresh.map(({ keyId }) => keyId),
      ],
    );
    const ours = new Set(rows.map((row) => row.subject_id));
    return new Map(
      fresh.flatMap(({ id, dek }) =>
        ours.has(id) ? [[id, remember(id, new Map([[1, dek]]))] as const] : [],
      ),
    );
  }

  return {
    find,
    findOrMake,
    forget: (subjectId: string) => cache.delete(subjectId),
    /** The person's key was destroyed: nothing read before counts any more. */
    bury: (subjectId: string) => {
      tombstones.set(subjectId, true);
      cache.set(subjectId, "erased");
    },
  };
}

async function unwrapAll(keyProvider: KeyProvider, rows: readonly Row[]): Promise<SubjectKeys> {
  const keys = new Map<number, Uint8Array>();
  for (const { subject_id: subjectId, generation, wrapped, kek_id: keyId } of rows) {
    if (!wrapped || !keyId) return "erased";
    keys.set(generation, await keyProvider.unwrap({ wrapped, keyId, subjectId }));
  }
  return keys;
}
