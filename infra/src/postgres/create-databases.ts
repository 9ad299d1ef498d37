import pg from "pg";
import type { ServiceName } from "@tidbok/domain";
import { databaseNames, databaseRoles, roleName, type DatabaseRole } from "./database-names.ts";

export type Passwords = Readonly<Record<DatabaseRole, string>>;

export type Databases = {
  /** As the superuser. */
  readonly url: string;
  readonly passwords: Readonly<Record<ServiceName, Passwords>>;
};

/** Extensions that a service's migrations use; only the superuser may create them. */
const extensions: Partial<Record<ServiceName, readonly string[]>> = { scheduling: ["btree_gist"] };

/**
 * Two databases and three roles for each service: `NAME_migrate` owns what there is, `NAME_app` reads and writes rows,
 * `NAME_read` reads rows, and no other role may even connect. May be repeated; sets the passwords each time.
 */
export async function createDatabases({ url, passwords }: Databases): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await server.query("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    for (const [service, secrets] of Object.entries(passwords) as [ServiceName, Passwords][]) {
      for (const role of databaseRoles)
        await ensureRole(server, { role: roleName(service, role), password: secrets[role] });
      for (const database of Object.values(databaseNames(service))) {
        await ensureDatabase(server, { service, database });
        await prepare(url, { service, database });
      }
    }
  } finally {
    await server.end();
  }
}

async function ensureRole(
  server: pg.Client,
  { role, password }: { role: string; password: string },
): Promise<void> {
  const name = server.escapeIdentifier(role);
  const known = await server.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (known.rowCount === 0) await server.query(`CREATE ROLE ${name} LOGIN NOINHERIT`);
  await server.query(`ALTER ROLE ${name} PASSWORD ${server.escapeLiteral(password)}`);
}

type Place = { readonly service: ServiceName; readonly database: string };

async function ensureDatabase(server: pg.Client, { service, database }: Place): Promise<void> {
  const name = server.escapeIdentifier(database);
  const known = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (known.rowCount === 0) {
    await server.query(`CREATE DATABASE ${name} OWNER ${roleName(service, "migrate")}`);
  }
  await server.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  for (const role of databaseRoles) {
    await server.query(`GRANT CONNECT ON DATABASE ${name} TO ${roleName(service, role)}`);
  }
}

/** What the roles may do inside one database, with the tables that are there and those still to come. */
async function prepare(url: string, { service, database }: Place): Promise<void> {
  const inside = new URL(url);
  inside.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: inside.href });
  await client.connect();
  try {
    const [owner, app, read] = databaseRoles.map((role) => roleName(service, role));
    const byDefault = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public`;
    await client.query(`
      GRANT USAGE ON SCHEMA public TO ${app}, ${read};
      ${byDefault} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
      ${byDefault} GRANT USAGE, SELECT ON SEQUENCES TO ${app};
      ${byDefault} GRANT SELECT ON TABLES TO ${read};`);
    if (database !== databaseNames(service).main) return;
    for (const extension of extensions[service] ?? []) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
  } finally {
    await client.end();
  }
}
