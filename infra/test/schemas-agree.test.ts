import { readFile } from "node:fs/promises";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { emptyDatabase, testDatabase } from "@tidbok/testing";
import type pg from "pg";
import { expect, test } from "vitest";
import { openSchemaEngine } from "./support/schema-engine.ts";

test.each(serviceNames)(
  "the migrations of %s make the columns that its Prisma schema says",
  async (service) => {
    const migrated = await testDatabase(service);
    const modelled = await emptyDatabase();
    try {
      await modelled.pool.query(await scriptOf(service, modelled.pool));
      const wanted = await columnsOf(modelled.pool);
      expect(await columnsOf(migrated.pool)).toEqual(wanted);
      expect(wanted.length).toBeGreaterThan(20);
    } finally {
      await Promise.all([migrated.drop(), modelled.drop()]);
    }
  },
);

/** The SQL by which Prisma itself would make the schema's tables. */
async function scriptOf(service: ServiceName, pool: pg.Pool): Promise<string> {
  const path = `services/${service}/prisma/schema.prisma`;
  const content = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const engine = await openSchemaEngine(pool);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

/** Every column with its type and whether it may be null, which Prisma cannot say of lists. Defaults and constraints are the migrations' alone. */
async function columnsOf(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `SELECT concat_ws(' ', table_name || '.' || column_name, udt_name,
       CASE data_type WHEN 'ARRAY' THEN 'list' ELSE is_nullable END) AS line
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}
