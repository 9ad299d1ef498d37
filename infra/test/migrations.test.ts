import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyDatabase } from "@tidbok/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let directory: string;

beforeAll(async () => {
  database = await emptyDatabase();
  directory = await mkdtemp(join(tmpdir(), "tidbok-migrations-"));
  await writeFile(join(directory, "migration_lock.toml"), 'provider = "postgresql"\n');
});

afterAll(() => database.drop());

async function write(name: string, sql: string) {
  await mkdir(join(directory, name), { recursive: true });
  await writeFile(join(directory, name, "migration.sql"), sql);
}

const apply = () => applyMigrations({ connectionString: database.url, directory });

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  await client.end();
  return rows.map(({ tablename }) => tablename);
}

test("a function's body is taken whole, semicolons and all", async () => {
  await write(
    "20260101000000_first",
    `CREATE TABLE one (id int);
     CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN PERFORM pg_notify('one', ''); RETURN NULL; END $$;
     CREATE TRIGGER told AFTER INSERT ON one FOR EACH STATEMENT EXECUTE FUNCTION tell();`,
  );
  expect(await apply()).toEqual(["20260101000000_first"]);
});

test("what was applied is not applied again", async () => {
  expect(await apply()).toEqual([]);
});

test("a migration that fails leaves nothing, says where and why, and is tried again once it is mended", async () => {
  const name = "20260102000000_second";
  await write(name, "CREATE TABLE two (id int); CREATE TABLE one (id int);");
  await expect(apply()).rejects.toThrow(/20260102000000_second failed: relation "one" already/);
  expect(await tables()).toEqual(["_prisma_migrations", "one"]);

  await write(name, "CREATE TABLE two (id int);");
  expect(await apply()).toEqual([name]);
  expect(await tables()).toEqual(["_prisma_migrations", "one", "two"]);
});
