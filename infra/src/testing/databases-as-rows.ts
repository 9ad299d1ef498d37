import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import pg from "pg";
import { keysMigrations, migrationsOf } from "../places.ts";
import { applyMigrations } from "../postgres/apply-migrations.ts";
import { databaseNames, databaseUrls } from "../postgres/database-names.ts";

/** The rows of a database by table, as Postgres writes them in JSON. `_prisma_migrations` tells their schema. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** The rows of all databases of an installation, by the name of the database. */
export type DatabasesAsRows = Readonly<Record<string, Rows>>;

/** Reads every row of every database; the URL is the superuser's. */
export async function readDatabases(url: string): Promise<DatabasesAsRows> {
  const found: [string, Rows][] = [];
  for (const { database } of places()) {
    found.push([database, await inside(urlOf(url, database), readRows)]);
  }
  return Object.fromEntries(found);
}

export type Restoring = {
  /** Of the superuser. */
  readonly url: string;
  readonly port: number;
  /** Of NAME_migrate, by service. */
  readonly passwords: Readonly<Record<ServiceName, { readonly migrate: string }>>;
};

/** Fills empty databases: their schema is made by the migrations that the rows name, as these are today. */
export async function restoreDatabases(
  databases: DatabasesAsRows,
  { url, port, passwords }: Restoring,
): Promise<void> {
  for (const { service, database, migrations, kind } of places()) {
    const rows = databases[database] ?? {};
    const password = passwords[service].migrate;
    const urls = databaseUrls({ service, role: "migrate", password, port });
    await applyRecorded(rows, { connectionString: urls[kind], directory: migrations });
    await inside(urlOf(url, database), (client) => writeRows(client, rows));
  }
}

function places() {
  return serviceNames.flatMap((service) => {
    const names = databaseNames(service);
    return [
      { service, kind: "main", database: names.main, migrations: migrationsOf(service) },
      { service, kind: "keys", database: names.keys, migrations: keysMigrations },
    ] as const;
  });
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function inside<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readRows(client: pg.Client): Promise<Rows> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const tables: [string, Rows[string]][] = [];
  for (const { name } of rows) {
    const found = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${client.escapeIdentifier(name)} t`,
    );
    tables.push([name, found.rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(tables);
}

async function applyRecorded(
  rows: Rows,
  { connectionString, directory }: Parameters<typeof applyMigrations>[0],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-recorded-"));
  try {
    for (const { migration_name } of rows._prisma_migrations ?? []) {
      const name = String(migration_name);
      await cp(join(directory, name), join(folder, name), { recursive: true });
    }
    await applyMigrations({ connectionString, directory: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeRows(client: pg.Client, tables: Rows): Promise<void> {
  // No trigger and no foreign key stands in the way of rows that were there before.
  await client.query("SET session_replication_role = replica");
  for (const [name, rows] of Object.entries(tables)) {
    const table = client.escapeIdentifier(name);
    await client.query(`DELETE FROM ${table}`);
    await client.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(`
    SELECT setval(pg_get_serial_sequence(quote_ident(table_name), column_name),
      (xpath('/row/m/text()', query_to_xml(format('SELECT coalesce(max(%I), 0) + 1 AS m FROM %I', column_name, table_name), false, true, '')))[1]::text::bigint)
    FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`);
}
