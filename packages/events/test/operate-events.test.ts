import { DomainError, newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
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

test("discarding deletes the letters that match and no other", async () => {
  await withDeadLetter();
  expect(await events.discard({ type: "scheduling.booking.cancelled" })).toBe(0);
  expect(await events.discard({ id: newId() })).toBe(0);
  expect(await events.discard({ code: "BROKEN" })).toBe(1);
  expect(await events.list()).toEqual([]);
  expect(await services.listener.effects()).toHaveLength(1);
});
