import { readFile } from "node:fs/promises";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { emptyDatabase, testDatabase } from "@tidbok/testing";
import pg from "pg";
import { expect, test } from "vitest";
import { openSchemaEngine } from "./support/schema-engine.ts";

test.each(serviceNames)(
  "the migrations of %s make the columns that its Prisma schema says",
  async (service) => {
    const migrated = await testDatabase(service);
    const modelled = await emptyDatabase();
    try {
      await runSql(modelled.url, await scriptOf(service, modelled.url));
      const wanted = await columnsOf(modelled.url);
      expect(await columnsOf(migrated.superuserUrl)).toEqual(wanted);
      expect(wanted.length).toBeGreaterThan(20);
    } finally {
      await Promise.all([migrated.drop(), modelled.drop()]);
    }
  },
);

/** The SQL by which Prisma itself would make the schema's tables. */
async function scriptOf(service: ServiceName, connectionString: string): Promise<string> {
  const path = `services/${service}/prisma/schema.prisma`;
  const content = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const pool = new pg.Pool({ connectionString, max: 1 });
  try {
    const engine = await openSchemaEngine(pool);
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await pool.end();
  }
}

/** Every column with its type and whether it may be null, which Prisma cannot say of lists. Defaults and constraints are the migrations' alone. */
async function columnsOf(url: string): Promise<readonly string[]> {
  const rows = await runSql(
    url,
    `SELECT concat_ws(' ', table_name || '.' || column_name, udt_name,
       CASE data_type WHEN 'ARRAY' THEN 'list' ELSE is_nullable END) AS line
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

async function runSql(url: string, sql: string): Promise<{ line: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ line: string }>(sql)).rows;
  } finally {
    await client.end();
  }
}
