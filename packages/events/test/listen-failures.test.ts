import { DomainError, newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { BookingDeleted, BookingMade } from "../src/catalogue/scheduling.ts";
import { keptLog } from "./support/nats-users.ts";
import { leaveRow } from "./support/service-database.ts";
import { made, twoServices, Unavailable } from "./support/two-services.ts";

let services: Awaited<ReturnType<typeof twoServices>>;

beforeAll(async () => {
  services = await twoServices();
});
afterAll(() => services.drop());
afterEach(async () => {
  await services.stopListening();
  await services.forget();
});

test("a failing event is tried again, and its aggregate's later ones wait for it", async () => {
  const [first, second, other] = [newId(), newId(), newId()];
  const started: string[] = [];
  let isBroken = true;
  await services.startListening(async (context, event) => {
    started.push(event.id);
    if (event.aggregateId === first && isBroken) {
      isBroken = false;
      throw new Error("not yet");
    }
    await leaveRow(context, event);
  });
  const ids = await services.teller.tell([made(first), made(first), made(other), made(second)]);
  await eventually(async () => (await services.listener.effects()).length === 4, {
    withinMs: 15_000,
  });
  const order = (await services.listener.effects()).map((effect) => effect.event_id);
  expect(order.indexOf(ids[0]!)).toBeLessThan(order.indexOf(ids[1]!));
  expect(order.indexOf(ids[2]!)).toBeLessThan(order.indexOf(ids[0]!));
  expect(started.filter((id) => id === ids[0])).toHaveLength(2);
});

test("a message without an event is a dead letter at once, and so is an event whose data do not match its type", async () => {
  const log = keptLog();
  await services.startListening(leaveRow, log);
  const nats = await services.users.as("scheduling");
  (await nats.connection()).publish(BookingMade.type, "no envelope");
  const booking = newId();
  await services.teller.tell([{ ...made(booking), data: { bookingId: "x" } }, made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  expect(await services.deadLetters()).toMatchObject([
    { error_code: "EVENT_UNREADABLE", attempts: 1 },
    { error_code: "UNREADABLE", attempts: 1 },
  ]);
  expect(log.messages).toContain("a message that holds no event is a dead letter");
});

test("after the last attempt an event is a dead letter, and its aggregate goes on", async () => {
  const booking = newId();
  const tried: string[] = [];
  await services.startListening(async (context, event) => {
    tried.push(event.id);
    if (event.aggregateVersion === 1) throw new DomainError("MAIL_REFUSED", "No.");
    await leaveRow(context, event);
  });
  const ids = await services.teller.tell([made(booking), made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 1, {
    withinMs: 15_000,
  });
  expect(tried).toEqual([...Array.from({ length: 8 }, () => ids[0]), ids[1]]);
  expect(await services.deadLetters()).toMatchObject([
    {
      consumer: "SCHEDULING/integrations",
      event_id: ids[0],
      type: BookingMade.type,
      error_code: "MAIL_REFUSED",
      attempts: 8,
      envelope: { data: { bookingId: booking } },
    },
  ]);
});

test("an unreadable event is a dead letter in its turn, so that an event that fails before it is not passed over", async () => {
  const booking = newId();
  let failures = 2;
  await services.startListening(async (context, event) => {
    if (event.aggregateVersion === 1 && failures-- > 0) throw new Error("not yet");
    await leaveRow(context, event);
  });
  await services.teller.tell([made(booking), { ...made(booking), data: {} }, made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 2, {
    withinMs: 15_000,
  });
  expect((await services.listener.effects()).map(({ version }) => version)).toEqual([1, 3]);
  expect(await services.deadLetters()).toHaveLength(1);
});

test("attempts outlive the process that made them", async () => {
  const booking = newId();
  await services.listener.pool.query(
    "INSERT INTO aggregate_seen (consumer, aggregate_id, version, attempts) VALUES ('SCHEDULING/integrations', $1, 0, 7)",
    [booking],
  );
  let handled = 0;
  await services.startListening(async () => {
    handled += 1;
    throw new Error("for the eighth time");
  });
  await services.teller.tell([made(booking)]);
  const letters = await eventually(async () => {
    const rows = await services.deadLetters();
    return rows.length > 0 && rows;
  });
  expect(letters).toMatchObject([{ attempts: 8, error_code: "INTERNAL" }]);
  expect(handled).toBe(1);
});

test("an event that fails because something is away is tried until it is back, and never a dead letter", async () => {
  const booking = newId();
  let failures = 0;
  await services.startListening(async (context, event) => {
    if (event.aggregateVersion === 1 && failures < 20) {
      failures += 1;
      throw new Unavailable();
    }
    await leaveRow(context, event);
  });
  await services.teller.tell([made(booking), made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 2);
  expect(failures).toBe(20);
  expect(await services.deadLetters()).toEqual([]);
});

test("a process that ends while something is away uses up no attempt", async () => {
  const booking = newId();
  const { pool } = services.listener;
  // As if the event had failed seven times of its own fault.
  await pool.query(
    "INSERT INTO aggregate_seen (consumer, aggregate_id, version, attempts) VALUES ('SCHEDULING/integrations', $1, 0, 7)",
    [booking],
  );
  let isTried = false;
  await services.startListening(async () => {
    isTried = true;
    throw new Unavailable();
  });
  await services.teller.tell([made(booking)]);
  await eventually(() => isTried);
  await services.stopListening();
  // The next process gets the message again and cannot know whether it ended the one before.
  let tries = 0;
  await services.startListening(async (context, event) => {
    tries += 1;
    if (tries < 4) throw new Unavailable();
    await leaveRow(context, event);
  });
  await eventually(async () => (await services.listener.effects()).length === 1);
  expect(tries).toBe(4);
  expect(await services.deadLetters()).toEqual([]);
});

test("a dead letter of an erasure is an alarm, also where its message holds no event", async () => {
  const log = keptLog();
  await services.startListening(async () => {
    throw new DomainError("BROKEN", "No.");
  }, log);
  const booking = newId();
  const data = { bookingId: booking, organizationId: newId() };
  await services.teller.tell([{ type: BookingDeleted.type, aggregateId: booking, data }]);
  const alarms = () => log.messages.filter((message) => message.startsWith("alarm: an erasure"));
  await eventually(() => alarms().length === 1);
  const nats = await services.users.as("scheduling");
  (await nats.connection()).publish(BookingDeleted.type, "no envelope");
  await eventually(() => alarms().length === 2);
});

test.each([
  ["a NUL", "\\u0000"],
  ["half a surrogate pair", "\\ud800"],
  ["the other half of one", "\\udc00"],
])("an envelope with %s, which no database saves, is a dead letter at once", async (_, text) => {
  await services.startListening();
  const booking = newId();
  const envelope = {
    ...made(booking),
    id: newId(),
    schemaVersion: 1,
    organizationId: null,
    aggregateVersion: 1,
    occurredAt: new Date(0).toISOString(),
    traceparent: null,
    data: { ...made(booking).data, note: "here" },
  };
  const nats = await services.users.as("scheduling");
  const connection = await nats.connection();
  connection.publish(BookingMade.type, JSON.stringify(envelope).replace("here", text));
  const letters = await eventually(async () => {
    const rows = await services.deadLetters();
    return rows.length > 0 && rows;
  });
  expect(letters).toMatchObject([{ type: BookingMade.type, error_code: "UNREADABLE" }]);
});

test("without NATS a listener waits, and hears afterwards what it missed", async () => {
  await services.startListening();
  await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  await services.server.kill();
  await services.teller.tell([made(newId())]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await services.server.start();
  await eventually(async () => (await services.listener.effects()).length === 2, {
    withinMs: 20_000,
  });
});

test("a listener that loses its database hears on when it is back", async () => {
  await services.startListening();
  await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  await services.listener.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tidbok listen' AND datname = current_database()",
  );
  await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 2);
});
