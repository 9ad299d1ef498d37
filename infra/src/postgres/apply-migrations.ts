import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { openSchemaEngine } from "./schema-engine.ts";

export type Migrations = {
  /** As the role that is to own what the migrations make. */
  readonly connectionString: string;
  /** Prisma's layout: `<timestamp>_<name>/migration.sql` and migration_lock.toml. */
  readonly directory: string;
};

/**
 * Applies what has not been applied yet and returns its names. May be repeated; what `prisma migrate deploy` applied
 * counts, since both keep `_prisma_migrations`. Throws with the database's message when a migration fails; it is then
 * rolled back and tried again the next time.
 */
export async function applyMigrations({
  connectionString,
  directory,
}: Migrations): Promise<readonly string[]> {
  // One connection: the engine's advisory lock belongs to the session that took it.
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0 });
  let failure: Error | undefined;
  try {
    const engine = await openSchemaEngine(pool, (error) => (failure = error));
    const migrationsList = await readMigrations(directory);
    for (const migrationName of await interrupted(pool)) {
      await engine.markMigrationRolledBack({ migrationName });
    }
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  } catch (error) {
    if (!failure) throw error;
    const name = /migration_name="([^"]+)"/.exec(String(error))?.[1] ?? "";
    // The engine's own error says only that there was one; the database's says which.
    throw new Error(`Migration ${join(directory, name)} failed: ${failure.message}`, {
      cause: error,
    });
  } finally {
    await pool.end();
  }
}

/**
 * Migrations that began and did not finish. A script is one transaction, so nothing of them is left, and the engine,
 * which cannot know that, would refuse to go on.
 */
async function interrupted(pool: pg.Pool): Promise<readonly string[]> {
  const known = await pool.query(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isThere"`,
  );
  if (!known.rows[0].isThere) return [];
  const { rows } = await pool.query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  return rows.map(({ name }) => name);
}

async function readMigrations(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => {
      const value = await readFile(join(directory, path, "migration.sql"), "utf8");
      return {
        path,
        migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } },
      };
    }),
  );
  const lockfile = await readFile(join(directory, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
