import { DomainError, newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { BookingMade } from "../src/catalogue/scheduling.ts";
import { operateEvents, type EventOperations } from "../src/operate/operate-events.ts";
import { leaveRow } from "./support/service-database.ts";
import { made, twoServices, Unavailable } from "./support/two-services.ts";

let services: Awaited<ReturnType<typeof twoServices>>;
let events: EventOperations;
let isBroken = true;

beforeAll(async () => {
  services = await twoServices();
  events = await operateEvents(services.listener.url);
});
beforeEach(() => {
  isBroken = true;
});
afterEach(async () => {
  await services.stopListening();
  await services.forget();
});
afterAll(async () => {
  await events.close();
  await services.drop();
});

/** A service that has one dead letter, and then another event of the same booking. */
async function withDeadLetter() {
  const booking = newId();
  await services.startListening(async (context, event) => {
    if (event.aggregateVersion === 1 && isBroken) throw new DomainError("BROKEN", "No.");
    await leaveRow(context, event);
  });
  const [id] = await services.teller.tell([made(booking), made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  return { booking, eventId: id! };
}

/** The values of a row: its id, and the id, type and envelope of its event. */
function letterOf(booking: string, type: string): string[] {
  const envelope = {
    ...made(booking),
    type,
    id: newId(),
    schemaVersion: 1,
    organizationId: null,
    aggregateVersion: 1,
    occurredAt: new Date(0).toISOString(),
    traceparent: null,
  };
  return [newId(), envelope.id, type, JSON.stringify(envelope)];
}

const state = async () =>
  (await events.list()).map(({ errorCode, attempts }) => `${errorCode} ${attempts}`);

test("a dead letter that is replayed has its effect once and is gone", async () => {
  const { booking, eventId } = await withDeadLetter();
  const [letter] = await events.list();
  expect(letter).toMatchObject({ consumer: "SCHEDULING/integrations", errorCode: "BROKEN" });
  expect(await events.show(letter!.id)).toMatchObject({ data: { bookingId: booking } });
  isBroken = false;
  expect(await events.retry({ id: letter!.id })).toBe(1);
  await eventually(async () => (await events.list()).length === 0);
  expect(await events.retry({})).toBe(0);
  const effects = await services.listener.effects();
  expect(effects.map(({ event_id }) => event_id).filter((id) => id === eventId)).toHaveLength(1);
});

test("a dead letter that fails again is dead after that one attempt, and one that meets an outage waits", async () => {
  await withDeadLetter();
  expect(await state()).toEqual(["BROKEN 8"]);
  await events.retry({ code: "BROKEN" });
  await eventually(async () => (await state())[0] === "BROKEN 1");
  await services.stopListening();
  let tries = 0;
  await services.startListening(async (context, event) => {
    tries += 1;
    if (tries < 3) throw new Unavailable();
    await leaveRow(context, event);
  });
  await events.retry({});
  await eventually(async () => (await events.list()).length === 0);
  expect(tries).toBe(3);
});

test("a dead letter whose reaction no longer exists fails again and stays", async () => {
  const { rows } = await services.listener.pool.query<{ id: string }>(
    `INSERT INTO dead_letter (id, consumer, event_id, type, envelope, error_code, attempts)
     VALUES ($1, 'SCHEDULING/integrations', $2, $3, $4, 'BROKEN', 8) RETURNING id`,
    letterOf(newId(), "scheduling.booking.abolished"),
  );
  await services.startListening();
  await events.retry({ id: rows[0]!.id });
  await eventually(async () => (await state())[0] !== "BROKEN 0");
  expect(await state()).toEqual(["INTERNAL 1"]);
});

test("a dead letter that meets an outage does not block those behind it", async () => {
  const [first, second] = [newId(), newId()];
  for (const booking of [first, second]) {
    await services.listener.pool.query(
      `INSERT INTO dead_letter (id, consumer, event_id, type, envelope, error_code, attempts)
       VALUES ($1, 'SCHEDULING/integrations', $2, $3, $4, 'BROKEN', 0)`,
      letterOf(booking, BookingMade.type),
    );
  }
  await services.startListening(async (context, event) => {
    if (event.aggregateId === first) throw new Unavailable();
    await leaveRow(context, event);
  });
  await eventually(async () => (await services.listener.effects()).length === 1);
  const effects = await services.listener.effects();
  expect(effects.map(({ aggregate_id }) => aggregate_id)).toEqual([second]);
  expect(await state()).toEqual(["BROKEN 0"]);
});

test("discarding deletes the letters that match and no other", async () => {
  await withDeadLetter();
  expect(await events.discard({ type: "scheduling.booking.cancelled" })).toBe(0);
  expect(await events.discard({ id: newId() })).toBe(0);
  expect(await events.discard({ code: "BROKEN" })).toBe(1);
  expect(await events.list()).toEqual([]);
  expect(await services.listener.effects()).toHaveLength(1);
});
