import { testDatabase } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { personalData } from "../src/personal-data.ts";

const database = await testDatabase("billing");
const rows = database.pool;

afterAll(() => database.drop());

test("P10 billing has no column in which a person could be", async () => {
  const { rows: columns } = await rows.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = 'subscription' ORDER BY ordinal_position`,
  );
  expect(columns.map(({ name }) => name)).toEqual([
    "organization_id",
    "plan",
    "state",
    "started_at",
  ]);
  const { rows: tables } = await rows.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual([
    "_prisma_migrations",
    "aggregate_seen",
    "aggregate_version",
    "dead_letter",
    "idempotency",
    "inbox",
    "outbox",
    "subscription",
  ]);
  expect(personalData.columns).toEqual([]);
});
