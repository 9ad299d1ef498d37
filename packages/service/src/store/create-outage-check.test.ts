import { emptyDatabase, startTcpProxy, type EmptyDatabase, type TcpProxy } from "@tidbok/testing";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createOutageCheck, type OutageCheck } from "./create-outage-check.ts";
import { createPool } from "./create-pool.ts";

let database: EmptyDatabase;
let proxy: TcpProxy;
let pools: pg.Pool[];
let isOutage: OutageCheck;
beforeAll(async () => {
  database = await emptyDatabase();
  proxy = await startTcpProxy(Number(new URL(database.url).port));
});
afterAll(async () => {
  await proxy.close();
  await database.drop();
});
beforeEach(() => {
  pools = [createPool(database.url), createPool(proxy.through(database.url))];
  isOutage = createOutageCheck(pools);
});
afterEach(async () => {
  proxy.comeBack();
  await Promise.all(pools.map((pool) => pool.end()));
});

/** What a statement fails with that takes longer than it may. */
async function statementTimeout(): Promise<unknown> {
  const client = await pools[0]!.connect();
  await client.query("SET statement_timeout = 20");
  const failure = await client.query("SELECT pg_sleep(5)").catch((error: unknown) => error);
  client.release(true);
  expect(failure).toMatchObject({ code: "57014" });
  return failure;
}

const withCode = (code: string, message = "failed") => Object.assign(new Error(message), { code });

test("a time limit is no outage while all databases answer", async () => {
  expect(await isOutage(await statementTimeout())).toBe(false);
  const expired = withCode("P2028", "Transaction already closed: the timeout was 10000 ms");
  for (const failure of [expired, withCode("25P03"), new Error("Query read timeout")]) {
    expect(await isOutage(failure)).toBe(false);
  }
});

test("a time limit is an outage while one of the databases is silent", async () => {
  const failure = await statementTimeout();
  proxy.fallSilent();
  expect(await isOutage(failure)).toBe(true);
});

test("a connection that cannot be had is an outage, whether or not the databases answer by now", async () => {
  const full = withCode("P2028", "Unable to start a transaction in the given time.");
  for (const failure of [withCode("ECONNREFUSED"), withCode("57P03"), full]) {
    expect(await isOutage(failure)).toBe(true);
  }
});

test("another transaction in the way and a mistake of ours are no outage", async () => {
  for (const failure of [withCode("55P03"), withCode("P2034"), withCode("23505"), "text"]) {
    expect(await isOutage(failure)).toBe(false);
  }
});
