import { mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyDatabase, type EmptyDatabase } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { openSchemaEngine } from "./support/schema-engine.ts";

let database: EmptyDatabase;
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

async function query<Row extends object>(sql: string): Promise<Row[]> {
  return (await database.pool.query<Row>(sql)).rows;
}

async function tables(): Promise<string[]> {
  const rows = await query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ tablename }) => tablename);
}

/** Does something with Prisma's own engine, which reads the folder as it is now. */
async function withPrisma<Result>(
  work: (
    engine: Awaited<ReturnType<typeof openSchemaEngine>>,
    input: Parameters<(typeof engine)["applyMigrations"]>[0],
  ) => Promise<Result>,
): Promise<Result> {
  // The engine leaves its advisory lock to the end of its session.
  const pool = database.newPool();
  try {
    const names = (await readdir(directory)).filter((name) => !name.includes(".")).sort();
    const migrationDirectories = await Promise.all(
      names.map(async (path) => {
        const value = await readFile(join(directory, path, "migration.sql"), "utf8");
        const content = { tag: "ok" as const, value };
        return { path, migrationFile: { path: "migration.sql", content } };
      }),
    );
    const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
    return await work(await openSchemaEngine(pool), {
      migrationsList: {
        baseDir: directory,
        lockfile,
        shadowDbInitScript: "",
        migrationDirectories,
      },
      filters: { externalTables: [], externalEnums: [] },
    });
  } finally {
    await pool.end();
  }
}

/** What `prisma migrate status` would say. */
const diagnosis = () =>
  withPrisma((engine, input) =>
    engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false }),
  );

const inOrder = {
  hasMigrationsTable: true,
  history: null,
  editedMigrationNames: [],
  failedMigrationNames: [],
};

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

test("Prisma finds what was applied here in order, and has nothing to apply", async () => {
  expect(await diagnosis()).toMatchObject(inOrder);
  const { appliedMigrationNames } = await withPrisma((engine, input) =>
    engine.applyMigrations(input),
  );
  expect(appliedMigrationNames).toEqual([]);
});

test("what Prisma applied is not applied again here", async () => {
  const name = "20260103000000_third";
  await write(name, "CREATE TABLE three (id int);");
  const { appliedMigrationNames } = await withPrisma((engine, input) =>
    engine.applyMigrations(input),
  );
  expect(appliedMigrationNames).toEqual([name]);
  expect(await apply()).toEqual([]);
});

test("both write the same row of a script that was applied", async () => {
  const rows = await query<{ name: string; row: object }>(
    `SELECT migration_name AS name, jsonb_build_object('id', length(id), 'checksum', length(checksum), 'steps', applied_steps_count,
       'logs', logs, 'rolled', rolled_back_at, 'order', started_at <= finished_at) AS row
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1`,
  );
  const [first, second, third] = rows.map(({ row }) => row);
  expect(rows).toHaveLength(3);
  expect([first, second]).toEqual([third, third]);
});

test("both make the same table", async () => {
  const ours = await emptyDatabase();
  const theirs = await emptyDatabase();
  const columns = async ({ pool }: EmptyDatabase) => {
    const { rows } = await pool.query(
      `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns
       WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
    );
    return rows;
  };
  const [theDatabase, theDirectory] = [database, directory];
  directory = await mkdtemp(join(tmpdir(), "tidbok-migrations-"));
  try {
    database = ours;
    await apply();
    database = theirs;
    await withPrisma((engine, input) => engine.applyMigrations(input));
    expect(await columns(ours)).toEqual(await columns(theirs));
    expect(await columns(ours)).toHaveLength(8);
  } finally {
    [database, directory] = [theDatabase, theDirectory];
    await Promise.all([ours.drop(), theirs.drop()]);
  }
});

test("Prisma sees a script that failed here as failed, and refuses to go on", async () => {
  const name = "20260104000000_fourth";
  await write(name, "SELECT 1/0;");
  await expect(apply()).rejects.toThrow(/20260104000000_fourth failed: division by zero/);
  expect(await diagnosis()).toMatchObject({ failedMigrationNames: [name] });
  const again = withPrisma((engine, input) => engine.applyMigrations(input));
  await expect(again).rejects.toThrow(/failed migrations/);
  const [row] = await query<{ logs: string }>(
    `SELECT logs FROM _prisma_migrations WHERE migration_name = '${name}'`,
  );
  expect(row?.logs).toContain("division by zero");

  await write(name, "BEGIN; CREATE TABLE four (id int); SELECT 1/0; COMMIT;");
  await expect(apply()).rejects.toThrow(/division by zero/);
  await write(name, "CREATE TABLE four (id int);");
  expect(await apply()).toEqual([name]);
  expect(await diagnosis()).toMatchObject(inOrder);
});

test("of two processes at once one applies a script, and the other waits and finds it applied", async () => {
  const name = "20260105000000_fifth";
  await write(name, "SELECT pg_sleep(0.2); CREATE TABLE five (id int);");
  const both = await Promise.all([apply(), apply()]);
  expect(both.flat()).toEqual([name]);
});

test("a process that waits for its turn does not hold up an index that another makes concurrently", async () => {
  await write("20260105000001_slow", "SELECT pg_sleep(0.5);");
  await write("20260105000002_index", "CREATE INDEX CONCURRENTLY five_id ON five (id);");
  const both = await Promise.all([apply(), apply()]);
  expect(both.flat()).toEqual(["20260105000001_slow", "20260105000002_index"]);
});

test("the settings of a script end with it", async () => {
  const setting = "current_setting('lock_timeout') AS setting";
  await write(
    "20260105000003_short",
    `SET lock_timeout = '2s'; CREATE TABLE a AS SELECT ${setting};`,
  );
  await write("20260105000004_long", `CREATE TABLE b AS SELECT ${setting};`);
  await apply();
  expect(await query("SELECT * FROM a UNION ALL SELECT * FROM b")).toEqual([
    { setting: "2s" },
    { setting: "0" },
  ]);
});

test("a script that was changed after it was applied is refused, other line ends aside", async () => {
  const name = "20260106000000_sixth";
  await write(name, "CREATE TABLE six (\n  id int\n);\n");
  await apply();
  await write(name, "CREATE TABLE six (\r\n  id int\r\n);\r\n");
  expect(await apply()).toEqual([]);
  await write(name, "CREATE TABLE six (\n  id bigint\n);\n");
  await write("20260107000000_seventh", "CREATE TABLE seven (id int);");
  await expect(apply()).rejects.toThrow(/changed: 20260106000000_sixth/);
  expect(await tables()).not.toContain("seven");
  expect(await diagnosis()).toMatchObject({ editedMigrationNames: [name] });
});
