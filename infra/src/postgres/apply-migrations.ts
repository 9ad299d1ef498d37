import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { openHistory } from "./migration-history.ts";

/** Which scripts are applied to which database. */
export type Migrations = {
  /** As the role that is to own what the migrations make. */
  readonly connectionString: string;
  /** Prisma's layout: `<timestamp>_<name>/migration.sql` and migration_lock.toml. */
  readonly directory: string;
};

// The number that Prisma's engine locks, so that both wait for each other; the lock ends with the session.
const advisoryLock = 72_707_369;

/**
 * Applies the scripts that are not applied yet, in the order of their names, and returns these names. May be repeated
 * and run at once by several processes; `prisma migrate deploy` may take turns with it, since both keep the same table
 * `_prisma_migrations`. Throws with the database's message when a script fails: nothing of it is left, and the next call
 * tries it again. Throws, before any script runs, when an applied script was changed afterwards.
 */
export async function applyMigrations({
  connectionString,
  directory,
}: Migrations): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await lock(client);
    const history = await openHistory(client);
    const pending = history.pendingOf(await readScripts(directory));
    for (const { name, sql } of pending) {
      const id = await history.begin({ name, sql });
      // What a script sets for its session does not reach the next one.
      await client.query("RESET ALL");
      try {
        // One message: Postgres runs it as one transaction, and a function's body may hold semicolons.
        await client.query(sql);
      } catch (error) {
        // A script may open a transaction of its own, which its failure leaves open.
        await client.query("ROLLBACK");
        await history.fail(id, error);
        throw new Error(`Migration ${join(directory, name)} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      await history.finish(id);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Asks again and again: a statement that waits keeps its snapshot, for which an index that is made CONCURRENTLY waits. */
async function lock(client: pg.Client): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { rows } = await client.query<{ readonly is_locked: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS is_locked",
      [advisoryLock],
    );
    if (rows[0]?.is_locked) return;
    await setTimeout(100);
  }
  throw new Error("Another process has been applying migrations for ten seconds; try again.");
}

async function readScripts(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      return { name, sql };
    }),
  );
}
