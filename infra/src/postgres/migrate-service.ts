import { existsSync } from "node:fs";
import type { ServiceName } from "@tidbok/domain";
import pg from "pg";
import { keysMigrations, migrationsOf } from "../places.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { databaseUrls, roleName } from "./database-names.ts";

export type ServiceMigration = {
  readonly service: ServiceName;
  /** Of NAME_migrate. */
  readonly password: string;
  readonly port: number;
};

/** Brings both databases of a service up to its migrations; returns what was applied. */
export async function migrateService(migration: ServiceMigration): Promise<readonly string[]> {
  const urls = databaseUrls({ ...migration, role: "migrate" });
  const applied: string[] = [];
  for (const [connectionString, directory] of [
    [urls.main, migrationsOf(migration.service)],
    [urls.keys, keysMigrations],
  ] as const) {
    if (!existsSync(directory)) throw new Error(`There are no migrations at ${directory}.`);
    applied.push(...(await applyMigrations({ connectionString, directory })));
    await protectHistory(connectionString, migration.service);
  }
  return applied;
}

/** Which migrations ran is for the service to read (it is ready only when all did) and not to write. */
async function protectHistory(connectionString: string, service: ServiceName): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(
      `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${roleName(service, "app")}`,
    );
  } finally {
    await client.end();
  }
}
