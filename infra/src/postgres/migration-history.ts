import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";

/** One script of a migrations folder. */
export type MigrationScript = { readonly name: string; readonly sql: string };

/** Prisma's table of what was applied, in one database. */
export type MigrationHistory = {
  /** The scripts that are not applied. Throws where an applied script has changed since. */
  readonly pendingOf: (scripts: readonly MigrationScript[]) => readonly MigrationScript[];
  /** Records that a script begins; the id of the row. */
  readonly begin: (script: MigrationScript) => Promise<string>;
  readonly finish: (id: string) => Promise<void>;
  readonly fail: (id: string, error: unknown) => Promise<void>;
};

// Prisma's own definition, so that its tools find what they would have made.
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Opens the history, and makes its table where it is missing. A script that began and did not finish is marked as
 * rolled back: a script is one transaction, so nothing of it is left.
 */
export async function openHistory(client: pg.Client): Promise<MigrationHistory> {
  await client.query(table);
  await client.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  const { rows } = await client.query<{ readonly name: string; readonly checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return {
    pendingOf: (scripts) => {
      const changed = scripts.filter(({ name, sql }) => {
        const checksum = applied.get(name);
        return checksum !== undefined && !checksumsOf(sql).includes(checksum);
      });
      if (changed.length > 0) {
        const names = changed.map(({ name }) => name).join(", ");
        throw new Error(`Applied migrations were changed: ${names}. Undo that, and add a new one.`);
      }
      return scripts.filter(({ name }) => !applied.has(name));
    },
    begin: async ({ name, sql }) => {
      const id = randomUUID();
      await client.query(
        "INSERT INTO _prisma_migrations (id, migration_name, checksum) VALUES ($1, $2, $3)",
        [id, name, sha256(sql)],
      );
      return id;
    },
    finish: async (id) => {
      await client.query(
        "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
        [id],
      );
    },
    fail: async (id, error) => {
      await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, `${error}`]);
    },
  };
}

/** A script is the same with the line ends of Windows, which Git may write and Prisma accepts. */
function checksumsOf(sql: string): readonly string[] {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].map(sha256);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
