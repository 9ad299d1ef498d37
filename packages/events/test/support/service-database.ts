import { readFile } from "node:fs/promises";
import { newId } from "@tidbok/domain";
import { emptyDatabase } from "@tidbok/testing";
import type pg from "pg";
import type { Envelope } from "../../src/define/envelope.ts";
import type { InTransaction, Sql } from "../../src/hear/inbox.ts";

/** What a reaction in these tests is given. */
export type TestContext = { readonly sql: Sql };

/** A database with the tables of a service, and what a service does with them. */
export async function serviceDatabase() {
  const database = await emptyDatabase();
  const { pool } = database;
  await pool.query(await readFile(new URL("tables.sql", import.meta.url), "utf8"));

  const inTransaction: InTransaction<TestContext> = async (work) => {
    const client = await pool.connect();
    const sql = sqlOf(client);
    try {
      await client.query("BEGIN");
      const result = await work({ context: { sql }, sql });
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };

  return {
    url: database.url,
    pool,
    inTransaction,
    /** Appends events to the outbox; each aggregate's versions go on from the last. */
    tell: async (events: readonly Told[]): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (const event of events) ids.push(await append(pool, event));
      return ids;
    },
    effects: async () => {
      const { rows } = await pool.query<{
        event_id: string;
        aggregate_id: string;
        version: number;
      }>("SELECT event_id, aggregate_id, aggregate_version::int AS version FROM effect ORDER BY n");
      return rows;
    },
    unpublished: async () => {
      const { rows } = await pool.query<{ count: number }>(
        "SELECT count(*)::int FROM outbox WHERE published_at IS NULL",
      );
      return rows[0]!.count;
    },
    drop: () => database.drop(),
  };
}

export type Told = {
  readonly type: string;
  readonly aggregateId: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** What every reaction of these tests does: it leaves a row. */
export async function leaveRow({ sql }: TestContext, event: Envelope): Promise<void> {
  await sql`INSERT INTO effect (event_id, aggregate_id, aggregate_version)
            VALUES (${event.id}, ${event.aggregateId}, ${event.aggregateVersion}) RETURNING n`;
}

async function append(pool: pg.Pool, { type, aggregateId, data }: Told): Promise<string> {
  const id = newId();
  await pool.query(
    `INSERT INTO outbox (id, type, schema_version, aggregate_id, aggregate_version, occurred_at, data)
     SELECT $1, $2, 1, $3, 1 + coalesce(max(aggregate_version), 0), now(), $4
     FROM outbox WHERE aggregate_id = $3`,
    [id, type, aggregateId, JSON.stringify(data)],
  );
  return id;
}

function sqlOf(client: pg.ClientBase): Sql {
  return async (query, ...values) => {
    const text = query.reduce((left, right, index) => `${left}$${index}${right}`);
    return (await client.query(text, values)).rows;
  };
}
