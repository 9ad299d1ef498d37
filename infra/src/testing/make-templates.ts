import { randomBytes } from "node:crypto";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import type { Template } from "@tidbok/testing";
import pg from "pg";
import { createDatabases, type Passwords } from "../postgres/create-databases.ts";
import { databaseNames } from "../postgres/database-names.ts";
import { migrateService } from "../postgres/migrate-service.ts";
import type { RunningPostgres } from "../postgres/start-postgres.ts";

export type Templates = Readonly<Record<ServiceName, Template>>;

/** The migrated databases that each test file clones. One service's broken migration spoils that service's tests only. */
export async function makeTemplates({ url, port }: RunningPostgres): Promise<Templates> {
  const secret = () => randomBytes(16).toString("hex");
  const passwords = forEachService((): Passwords => ({
    migrate: secret(),
    app: secret(),
    read: secret(),
  }));
  await createDatabases({ url, passwords });

  const templates = forEachService((): Template => ({ isReady: false, reason: "not migrated" }));
  const make = async (service: ServiceName) => {
    try {
      await migrateService({ service, password: passwords[service].migrate, port });
      await seal(url, service);
      templates[service] = { isReady: true, passwords: passwords[service] };
    } catch (error) {
      templates[service] = { isReady: false, reason: (error as Error).message };
    }
  };
  await Promise.all(serviceNames.map(make));
  return templates;
}

/** Refuses connections to a template: Postgres does not clone a database that is in use. */
async function seal(url: string, service: ServiceName): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    for (const database of Object.values(databaseNames(service))) {
      await server.query(`ALTER DATABASE ${database} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    }
  } finally {
    await server.end();
  }
}

function forEachService<T>(make: () => T): Record<ServiceName, T> {
  return Object.fromEntries(serviceNames.map((name) => [name, make()])) as Record<ServiceName, T>;
}
