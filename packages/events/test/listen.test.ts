import { jetstreamManager } from "@nats-io/jetstream";
import { DomainError, newId } from "@tidbok/domain";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { BookingMade } from "../src/catalogue/scheduling.ts";
import type { Running } from "../src/lead.ts";
import { listen } from "../src/listen.ts";
import type { Log } from "../src/log.ts";
import type { Reaction } from "../src/reaction.ts";
import { retryDelay } from "../src/redelivery.ts";
import { startRelay } from "../src/start-relay.ts";
import { keptLog, natsUsersOf, quiet } from "./nats-users.ts";
import { leaveRow, serviceDatabase, type TestContext } from "./service-database.ts";

type Database = Awaited<ReturnType<typeof serviceDatabase>>;

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;
let teller: Database;
let listener: Database;
let running: Running[] = [];

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
  [teller, listener] = await Promise.all([serviceDatabase(), serviceDatabase()]);
  const nats = await users.as("scheduling");
  startRelayOf(teller.url, nats);
});
afterAll(async () => {
  await stopAll();
  await relay?.stop();
  await users.stop();
  await Promise.all([teller.drop(), listener.drop()]);
  await server.drop();
});
afterEach(() => stopAll());
beforeEach(async () => {
  await listener.pool.query("TRUNCATE effect, dead_letter");
});

let relay: Running | undefined;
function startRelayOf(connectionString: string, nats: Awaited<ReturnType<typeof users.as>>) {
  relay = startRelay({ connectionString, nats, log: quiet });
}

async function stopAll(): Promise<void> {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
}

type Handle = Reaction<TestContext>["handle"];

async function startListening(handle: Handle = leaveRow, log: Log = quiet): Promise<void> {
  const nats = await users.as("integrations");
  running.push(
    listen({
      nats,
      service: "integrations",
      connectionString: listener.url,
      reactions: [{ definition: BookingMade, handle }],
      inTransaction: listener.inTransaction,
      retryDelay: (attempts) => Math.min(retryDelay(attempts), 100),
      log,
    }),
  );
}

const made = (aggregateId: string) => ({
  type: BookingMade.type,
  aggregateId,
  data: {
    bookingId: aggregateId,
    organizationId: newId(),
    hostIds: [newId()],
    attendeeIds: [newId()],
  },
});
const cancelled = (aggregateId: string) => ({
  type: "scheduling.booking.cancelled",
  aggregateId,
  data: { bookingId: aggregateId, organizationId: newId(), sequence: 1, by: "HOST" },
});

test("each event has its effect once, and each aggregate's in order", async () => {
  await startListening();
  const bookings = Array.from({ length: 20 }, newId);
  for (let round = 0; round < 5; round++) await teller.tell(bookings.map(made));
  await eventually(async () => (await listener.effects()).length >= 100, { withinMs: 15_000 });
  const effects = await listener.effects();
  expect(effects).toHaveLength(100);
  for (const id of bookings) {
    const versions = effects.filter((e) => e.aggregate_id === id).map((e) => e.version);
    expect(versions).toEqual([1, 2, 3, 4, 5]);
  }
});

test("a failing event is tried again, and its aggregate's later ones wait for it", async () => {
  const [first, second, other] = [newId(), newId(), newId()];
  const started: string[] = [];
  let isBroken = true;
  await startListening(async (context, event) => {
    started.push(event.id);
    if (event.aggregateId === first && isBroken) {
      isBroken = false;
      throw new Error("not yet");
    }
    await leaveRow(context, event);
  });
  const ids = await teller.tell([made(first), made(first), made(other), made(second)]);
  await eventually(async () => (await listener.effects()).length === 4, { withinMs: 15_000 });
  const order = (await listener.effects()).map((effect) => effect.event_id);
  expect(order.indexOf(ids[0]!)).toBeLessThan(order.indexOf(ids[1]!));
  expect(order.indexOf(ids[2]!)).toBeLessThan(order.indexOf(ids[0]!));
  expect(started.filter((id) => id === ids[0])).toHaveLength(2);
});

test("an event nobody reacts to counts as seen, so that later versions are not early", async () => {
  await startListening();
  const booking = newId();
  const ids = await teller.tell([made(booking), cancelled(booking), made(booking)]);
  await eventually(async () => (await listener.effects()).length === 2);
  expect((await listener.effects()).map((effect) => effect.event_id)).toEqual([ids[0], ids[2]]);
});

test("an aggregate whose first versions are not in the stream is heard of without delay", async () => {
  await startListening();
  const booking = newId();
  await teller.pool.query(
    `INSERT INTO outbox (id, type, schema_version, aggregate_id, aggregate_version, occurred_at, published_at, data)
     VALUES ($1, $2, 1, $3, 7, now(), now(), '{}')`,
    [newId(), BookingMade.type, booking],
  );
  const start = performance.now();
  await teller.tell([made(booking)]);
  await eventually(async () => (await listener.effects()).length === 1);
  expect(performance.now() - start).toBeLessThan(1_500);
  expect((await listener.effects())[0]!.version).toBe(8);
});

test("an event that came before has no second effect, whatever the stream sends again", async () => {
  await startListening();
  const [id] = await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 1);
  const { rows } = await teller.pool.query("SELECT * FROM outbox WHERE id = $1", [id]);
  const nats = await users.as("scheduling");
  const { id: _, ...row } = rows[0];
  // Without a message id the stream takes it for new.
  (await nats.connection()).publish(
    BookingMade.type,
    JSON.stringify({
      id,
      type: row.type,
      schemaVersion: 1,
      organizationId: null,
      aggregateId: row.aggregate_id,
      aggregateVersion: 1,
      occurredAt: row.occurred_at.toISOString(),
      traceparent: null,
      data: row.data,
    }),
  );
  await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await listener.effects()).toHaveLength(2);
});

test("what is no event is buried at once, and so is data that is not what its type says", async () => {
  const log = keptLog();
  await startListening(leaveRow, log);
  const nats = await users.as("scheduling");
  (await nats.connection()).publish(BookingMade.type, "no envelope");
  const booking = newId();
  await teller.tell([{ ...made(booking), data: { bookingId: "x" } }, made(booking)]);
  await eventually(async () => (await listener.effects()).length === 1);
  const { rows } = await listener.pool.query(
    "SELECT error_code, attempts FROM dead_letter ORDER BY error_code",
  );
  expect(rows).toEqual([
    { error_code: "EVENT_UNREADABLE", attempts: 1 },
    { error_code: "UNREADABLE", attempts: 1 },
  ]);
  expect(log.messages).toContain("what is no event is buried");
});

test("after the last attempt an event is buried, and its aggregate goes on", async () => {
  const booking = newId();
  const tried: string[] = [];
  await startListening(async (context, event) => {
    tried.push(event.id);
    if (event.aggregateVersion === 1) throw new DomainError("MAIL_REFUSED", "No.");
    await leaveRow(context, event);
  });
  const ids = await teller.tell([made(booking), made(booking)]);
  await eventually(async () => (await listener.effects()).length === 1, { withinMs: 15_000 });
  expect(tried).toEqual([...Array.from({ length: 8 }, () => ids[0]), ids[1]]);
  const { rows } = await listener.pool.query(
    "SELECT consumer, event_id, type, error_code, attempts, envelope->'data'->>'bookingId' AS booking FROM dead_letter",
  );
  expect(rows).toEqual([
    {
      consumer: "integrations",
      event_id: ids[0],
      type: BookingMade.type,
      error_code: "MAIL_REFUSED",
      attempts: 8,
      booking,
    },
  ]);
});

test("without NATS a listener waits, and hears afterwards what it missed", async () => {
  await startListening();
  await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 1);
  await server.kill();
  await teller.tell([made(newId())]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await server.start();
  await eventually(async () => (await listener.effects()).length === 2, { withinMs: 20_000 });
});

test("a listener that loses its database hears on when it is back", async () => {
  await startListening();
  await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 1);
  await listener.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tidbok listen' AND datname = current_database()",
  );
  await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 2);
});

test("of two listeners one works and the other takes over", async () => {
  const [first, second] = [keptLog(), keptLog()];
  await startListening(leaveRow, first);
  await eventually(() => first.messages.includes("leading"));
  await startListening(leaveRow, second);
  await running.shift()!.stop();
  await eventually(() => second.messages.includes("leading"));
  await teller.tell([made(newId())]);
  await eventually(async () => (await listener.effects()).length === 1);
});

test("a listener finishes what it began before it stops", async () => {
  let began = false;
  await startListening(async (context, event) => {
    began = true;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await leaveRow(context, event);
  });
  await teller.tell([made(newId())]);
  await eventually(() => began);
  await stopAll();
  expect(await listener.effects()).toHaveLength(1);
  const admin = await users.as("admin");
  const manager = await jetstreamManager(await admin.connection(), { checkAPI: false });
  expect((await manager.consumers.info("SCHEDULING", "integrations")).num_ack_pending).toBe(0);
});

test("a reaction to a service that is not heard is refused at the start", async () => {
  const nats = await users.as("billing");
  const options = {
    nats,
    service: "billing" as const,
    connectionString: listener.url,
    reactions: [{ definition: BookingMade, handle: leaveRow }],
    inTransaction: listener.inTransaction,
    log: quiet,
  };
  expect(() => listen(options)).toThrow("billing does not hear scheduling");
});
