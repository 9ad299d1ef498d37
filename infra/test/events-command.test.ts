import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { newId } from "@tidbok/domain";
import { testDatabase, type TestDatabase } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRepository } from "../src/places.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase("scheduling");
});
afterAll(() => database.drop());

const run = promisify(execFile);

/** What `pnpm events` prints for scheduling alone. */
async function events(...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: database.url };
  const command = [inRepository("infra/src/events-main.ts"), ...args, "--service", "scheduling"];
  return (await run(process.execPath, command, { env })).stdout;
}

async function bury(code: string): Promise<string> {
  const id = newId();
  await database.pool.query(
    `INSERT INTO dead_letter (id, consumer, event_id, type, envelope, error_code, attempts)
     VALUES ($1, 'IDENTITY/scheduling', $2, 'identity.member.left', '{"data": {"by": "hand"}}', $3, 8)`,
    [id, newId(), code],
  );
  return id;
}

test("an operator lists, shows and discards dead letters, and is told how many there were before and after", async () => {
  const [first, second] = [await bury("INTERNAL"), await bury("EVENT_UNREADABLE")];
  const listed = await events("dead");
  expect(listed).toContain("scheduling: 2 dead letters");
  expect(listed).toMatch(`${first}`);
  expect(listed).toMatch(
    /IDENTITY\/scheduling {2}identity\.member\.left {2}INTERNAL {2}8 attempts/,
  );
  expect(await events("dead", "list", "--code", "INTERNAL")).not.toContain(second);
  expect(JSON.parse(await events("dead", "show", first))).toEqual({ data: { by: "hand" } });
  expect(await events("dead", "discard", first)).toBe(
    "scheduling: 1 discarded; dead letters: 2 before, 1 now\n",
  );
  expect(await events("dead", "discard", "--all")).toBe(
    "scheduling: 1 discarded; dead letters: 1 before, 0 now\n",
  );
});

test("an operator has events published again since a moment, and is told how many wait before and after", async () => {
  const [from, older] = [new Date("2026-11-30T10:00:00Z"), new Date("2026-11-30T09:59:59Z")];
  for (const [version, publishedAt] of [from, older, null].entries()) {
    await database.pool.query(
      `INSERT INTO outbox (id, type, schema_version, aggregate_id, aggregate_version, occurred_at, data, published_at)
       VALUES ($1, 'scheduling.booking.made', 1, $1, $2, now(), '{}', $3)`,
      [newId(), version + 1, publishedAt],
    );
  }
  expect(await events("replay", "--since", from.toISOString())).toBe(
    "scheduling: 1 events are published again; waiting: 1 before, 2 now\n",
  );
});

test("a command that is not complete changes nothing and prints what there is", async () => {
  await bury("INTERNAL");
  for (const args of [["replay"], ["dead", "discard"], ["dead", "replay", "all"]]) {
    await expect(events(...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("pnpm events replay --since"),
    });
  }
  expect(await events("dead")).toContain("scheduling: 1 dead letters");
});
