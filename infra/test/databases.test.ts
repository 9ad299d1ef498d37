import { connectedTo, provided } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabases } from "../src/postgres/create-databases.ts";
import { databaseUrls, type DatabaseRole } from "../src/postgres/database-names.ts";
import { startPostgres, type RunningPostgres } from "../src/postgres/start-postgres.ts";
import { mkdtemp, chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";

const secrets = { migrate: "m-secret", app: "a-secret", read: "r-secret" };
let folder: string;
let postgres: RunningPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-databases-"));
  await chmod(folder, 0o711);
  postgres = await startPostgres({
    dataDir: join(folder, "postgres"),
    password: "superuser's: /secret@",
    logFile: join(folder, "postgres.log"),
    settings: { fsync: "off" },
  });
  const passwords = {
    identity: secrets,
    scheduling: secrets,
    billing: secrets,
    integrations: secrets,
    privacy: secrets,
  };
  await createDatabases({ url: postgres.url, passwords });
  await createDatabases({ url: postgres.url, passwords });
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});

async function as(role: DatabaseRole, sql: string, database = "main" as "main" | "keys") {
  const urls = databaseUrls({
    service: "billing",
    role,
    password: secrets[role],
    port: postgres.port,
  });
  return run(urls[database], sql);
}

function run(url: string, sql: string) {
  return connectedTo(url, (client) => client.query(sql));
}

describe("what the roles of a service may do", () => {
  test("the owner makes tables, the service reads and writes rows, the reader reads", async () => {
    for (const database of ["main", "keys"] as const) {
      await as("migrate", "CREATE TABLE plan (id int PRIMARY KEY)", database);
      await as("app", "INSERT INTO plan VALUES (1); UPDATE plan SET id = 2", database);
      expect((await as("read", "SELECT id FROM plan", database)).rows).toEqual([{ id: 2 }]);
    }
  });

  test("the service cannot change its tables", async () => {
    await expect(as("app", "CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(as("app", "DROP TABLE plan")).rejects.toThrow(/must be owner/);
  });

  test("the reader cannot write", async () => {
    await expect(as("read", "INSERT INTO plan VALUES (3)")).rejects.toThrow(/permission denied/);
  });

  test("no role of a service can connect to another's databases", async () => {
    for (const role of ["migrate", "app", "read"] as const) {
      for (const database of ["tidbok_scheduling", "tidbok_scheduling_keys", "postgres"]) {
        const url = new URL(
          databaseUrls({ service: "billing", role, password: secrets[role], port: postgres.port })
            .main,
        );
        url.pathname = `/${database}`;
        await expect(run(url.href, "SELECT 1")).rejects.toThrow(/permission denied for database/);
      }
    }
  });

  test("scheduling has the extension that its exclusion constraint needs", async () => {
    const url = databaseUrls({
      service: "scheduling",
      role: "read",
      password: secrets.read,
      port: postgres.port,
    });
    const found = await run(url.main, "SELECT 1 FROM pg_extension WHERE extname = 'btree_gist'");
    expect(found.rowCount).toBe(1);
  });
});

test("tests run on the Postgres that the platform has", async () => {
  const found = await run(provided().postgres.superuserUrl, "SHOW server_version");
  expect(found.rows[0].server_version).toMatch(/^18\./);
});
