import { jetstreamManager } from "@nats-io/jetstream";
import { newId } from "@tidbok/domain";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { operateEvents } from "../src/operate/operate-events.ts";
import { startRelay } from "../src/tell/start-relay.ts";
import { apiPrefix } from "../src/nats/nats-permissions.ts";
import { keptLog, natsUsersOf, quiet } from "./support/nats-users.ts";
import { serviceDatabase } from "./support/service-database.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;
let database: Awaited<ReturnType<typeof serviceDatabase>>;

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
  database = await serviceDatabase();
});
afterAll(async () => {
  await users.stop();
  await database.drop();
  await server.drop();
});
beforeEach(async () => {
  await database.pool.query("TRUNCATE outbox");
});

const verified = (aggregateId: string) => ({
  type: "identity.account.verified",
  aggregateId,
  data: { accountId: aggregateId },
});

async function countInStream(): Promise<number> {
  const admin = await users.as("admin");
  const manager = await jetstreamManager(await admin.connection(), { checkAPI: false, apiPrefix });
  return (await manager.streams.info("IDENTITY")).state.messages;
}

async function relay(log = quiet) {
  const nats = await users.as("identity", log);
  return startRelay({ connectionString: database.url, nats, log });
}

test("what the outbox holds reaches the stream, each event once", async () => {
  const before = await countInStream();
  const running = await relay();
  await database.tell(Array.from({ length: 300 }, () => verified(newId())));
  await eventually(async () => (await database.unpublished()) === 0);
  await running.stop();
  expect((await countInStream()) - before).toBe(300);
});

test("an event is on its way within a fraction of the poll, because the outbox rings", async () => {
  const running = await relay();
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  const start = performance.now();
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0, {
    everyMs: 5,
    withinMs: 5000,
  });
  expect(performance.now() - start).toBeLessThan(500);
  await running.stop();
});

test("of two relays of one database, one works and the other takes over", async () => {
  const [first, second] = [keptLog(), keptLog()];
  const one = await relay(first);
  await eventually(() => first.messages.includes("leading"));
  const two = await relay(second);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(second.messages).not.toContain("leading");
  await one.stop();
  await eventually(() => second.messages.includes("leading"));
  await two.stop();
});

test("without NATS events wait in the outbox, and leave when it is back; the log says so once", async () => {
  const log = keptLog();
  const running = await relay(log);
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  await server.kill();
  await database.tell(Array.from({ length: 20 }, () => verified(newId())));
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await database.unpublished()).toBe(20);
  await server.start();
  await eventually(async () => (await database.unpublished()) === 0, { withinMs: 15_000 });
  await running.stop();
  const count = (text: string) => log.messages.filter((message) => message === text).length;
  expect(count("events wait in the outbox until nats is back")).toBe(1);
  expect(count("events leave the outbox again")).toBe(1);
});

test("a relay that loses its database connection comes back and goes on", async () => {
  const running = await relay();
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  await database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tidbok relay' AND datname = current_database()",
  );
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  await running.stop();
});

test("an event that commits after a later one is not overlooked", async () => {
  const running = await relay();
  const slow = await database.pool.connect();
  const aggregateId = newId();
  await slow.query("BEGIN");
  await slow.query(
    `INSERT INTO outbox (id, type, schema_version, aggregate_id, aggregate_version, occurred_at, data)
     VALUES ($1, 'identity.account.verified', 1, $2::uuid, 1, now(), jsonb_build_object('accountId', $2::uuid))`,
    [newId(), aggregateId],
  );
  await database.tell([verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  await slow.query("COMMIT");
  slow.release();
  expect(await database.unpublished()).toBe(1);
  await eventually(async () => (await database.unpublished()) === 0);
  await running.stop();
});

test("an event that the server refuses holds back its aggregate and nobody else", async () => {
  const log = keptLog();
  const running = await relay(log);
  const stuck = newId();
  // Another service's subject: the server refuses it.
  await database.tell([{ type: "billing.entitlements.changed", aggregateId: stuck, data: {} }]);
  await database.tell([verified(stuck), verified(newId()), verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 2, { withinMs: 15_000 });
  const { rows } = await database.pool.query(
    "SELECT DISTINCT aggregate_id FROM outbox WHERE published_at IS NULL",
  );
  expect(rows).toEqual([{ aggregate_id: stuck }]);
  await running.stop();
});

test("a replay publishes again what was published since, and the stream drops what it has", async () => {
  const running = await relay();
  const since = Date.now() - 60_000;
  await database.tell([verified(newId()), verified(newId())]);
  await eventually(async () => (await database.unpublished()) === 0);
  const before = await countInStream();
  const events = await operateEvents(database.url);
  expect(await events.replay(since)).toBe(2);
  await events.close();
  await eventually(async () => (await database.unpublished()) === 0);
  await running.stop();
  expect(await countInStream()).toBe(before);
});
