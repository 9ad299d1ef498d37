import { emptyDatabase, startTcpProxy, type EmptyDatabase, type TcpProxy } from "@tidbok/testing";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createPool } from "./create-pool.ts";
import { isUnavailable } from "./is-unavailable.ts";

let database: EmptyDatabase;
let proxy: TcpProxy;
let pool: pg.Pool;
beforeAll(async () => {
  database = await emptyDatabase();
  proxy = await startTcpProxy(Number(new URL(database.url).port));
});
afterAll(async () => {
  await proxy.close();
  await database.drop();
});
beforeEach(() => {
  pool = createPool(proxy.through(database.url), { max: 4 });
});
afterEach(async () => {
  proxy.comeBack();
  await pool.end();
});

/** Four connections that nobody uses. */
async function fill(): Promise<void> {
  const clients = await Promise.all(Array.from({ length: 4 }, () => pool.connect()));
  for (const client of clients) client.release();
  expect(pool.idleCount).toBe(4);
}

/** A transaction as Prisma's adapter does it: whatever happens, the connection goes back without a word. */
async function transaction(): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    return await client.query("SELECT 1");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

test.each([
  ["a statement", () => pool.query("SELECT 1")],
  ["a transaction", transaction],
])(
  "where the server falls silent %s ends by itself, and every connection of before leaves the pool",
  async (_, work) => {
    await fill();
    proxy.fallSilent();
    expect(isUnavailable(await work().catch((error: unknown) => error))).toBe(true);
    expect(pool.totalCount).toBe(0);
    const fresh = await work().catch((error: unknown) => error);
    expect(isUnavailable(fresh)).toBe(true);
    expect(pool.totalCount).toBe(0);
    proxy.comeBack();
    await work();
  },
);

test("a transaction that lost its connection between two statements says so, and gives none back", async () => {
  const client = await pool.connect();
  await client.query("BEGIN");
  proxy.fallSilent();
  const first = client.query("SELECT 1").catch((error: unknown) => error);
  const second = client.query("ROLLBACK").catch((error: unknown) => error);
  expect([isUnavailable(await first), isUnavailable(await second)]).toEqual([true, true]);
  client.release();
  expect(pool.totalCount).toBe(0);
});

test("a statement that fails in time leaves the other connections where they are", async () => {
  await fill();
  await expect(pool.query("SELECT nothing")).rejects.toThrow(/nothing/);
  expect(pool.totalCount).toBe(3);
});
