import { readdir } from "node:fs/promises";
import type pg from "pg";

/** Whether the database has every migration of the folder; a service that runs ahead of its schema is not ready. */
export async function migrationsApplied(pool: pg.Pool, folder: URL): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const { rows } = await pool.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  return wanted.every((name) => applied.has(name));
}
