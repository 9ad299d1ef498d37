import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
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

async function lock(client: pg.Client): Promise<void> {
  await client.query("SET lock_timeout = '10s'");
  await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
  await client.query("RESET lock_timeout");
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
