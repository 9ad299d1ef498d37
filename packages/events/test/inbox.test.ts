import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope } from "../src/define/envelope.ts";
import { countAttempt, handleOnce, type ReceivedEvent } from "../src/hear/inbox.ts";
import { leaveRow, serviceDatabase } from "./support/service-database.ts";

let database: Awaited<ReturnType<typeof serviceDatabase>>;

beforeAll(async () => {
  database = await serviceDatabase();
});
afterAll(() => database.drop());

function eventOf(aggregateId: string, aggregateVersion: number): ReceivedEvent {
  const envelope: Envelope = {
    id: newId(),
    type: "scheduling.booking.made",
    schemaVersion: 1,
    organizationId: null,
    aggregateId,
    aggregateVersion,
    occurredAt: new Date(0).toISOString(),
    traceparent: null,
    data: {},
  };
  return { consumer: "integrations", envelope, isGapFinal: false };
}

const deliver = (event: ReceivedEvent) =>
  handleOnce({
    event,
    inTransaction: database.inTransaction,
    handle: (context) => leaveRow(context, event.envelope),
  });

test("an event that waits for an earlier one is not attempted, however often it comes", async () => {
  const booking = newId();
  const [first, second] = [eventOf(booking, 1), eventOf(booking, 2)];
  for (let delivery = 0; delivery < 20; delivery++) {
    expect(await countAttempt(database.inTransaction, second)).toBe(0);
    expect(await deliver(second)).toBe("early");
  }
  expect(await countAttempt(database.inTransaction, first)).toBe(1);
  expect(await countAttempt(database.inTransaction, first)).toBe(2);
  expect(await deliver(first)).toBe("done");
  // The next in line begins from nothing, and the one before is no attempt any more.
  expect(await countAttempt(database.inTransaction, first)).toBe(0);
  expect(await countAttempt(database.inTransaction, second)).toBe(1);
  expect(await deliver(second)).toBe("done");
  expect(await deliver(second)).toBe("duplicate");
});

test("a gap that nothing fills any more lets an event through, and older ones are late", async () => {
  const booking = newId();
  const [third, fifth] = [eventOf(booking, 3), eventOf(booking, 5)];
  expect(await deliver(fifth)).toBe("early");
  expect(await deliver({ ...fifth, isGapFinal: true })).toBe("done");
  expect(await deliver(third)).toBe("duplicate");
});

test("of two that deliver the same event at once, one has the effect", async () => {
  const event = eventOf(newId(), 1);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => deliver(event)));
  expect(outcomes.toSorted()).toEqual(["done", ...Array.from({ length: 4 }, () => "duplicate")]);
});

test("an effect that fails leaves nothing, neither in the inbox nor in the order", async () => {
  const event = eventOf(newId(), 1);
  const failing = handleOnce({
    event,
    inTransaction: database.inTransaction,
    handle: async (context) => {
      await leaveRow(context, event.envelope);
      throw new Error("after all");
    },
  });
  await expect(failing).rejects.toThrow("after all");
  expect(await deliver(event)).toBe("done");
  const mine = (await database.effects()).filter(({ event_id }) => event_id === event.envelope.id);
  expect(mine).toHaveLength(1);
});
