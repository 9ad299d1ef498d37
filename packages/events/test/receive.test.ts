import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope } from "../src/define/envelope.ts";
import { countAttempt, receive, type Letter } from "../src/hear/receive.ts";
import { leaveRow, serviceDatabase } from "./support/service-database.ts";

let database: Awaited<ReturnType<typeof serviceDatabase>>;

beforeAll(async () => {
  database = await serviceDatabase();
});
afterAll(() => database.drop());

function letterOf(aggregateId: string, aggregateVersion: number): Letter {
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

const deliver = (letter: Letter) =>
  receive({
    letter,
    inTransaction: database.inTransaction,
    work: (context) => leaveRow(context, letter.envelope),
  });

test("a letter that waits in line is not attempted, however often it comes", async () => {
  const booking = newId();
  const [first, second] = [letterOf(booking, 1), letterOf(booking, 2)];
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

test("a gap that nothing fills any more lets a letter through, and older ones are late", async () => {
  const booking = newId();
  const [third, fifth] = [letterOf(booking, 3), letterOf(booking, 5)];
  expect(await deliver(fifth)).toBe("early");
  expect(await deliver({ ...fifth, isGapFinal: true })).toBe("done");
  expect(await deliver(third)).toBe("duplicate");
});

test("of two that deliver the same letter at once, one has the effect", async () => {
  const letter = letterOf(newId(), 1);
  const receipts = await Promise.all(Array.from({ length: 5 }, () => deliver(letter)));
  expect(receipts.toSorted()).toEqual(["done", ...Array.from({ length: 4 }, () => "duplicate")]);
});

test("an effect that fails leaves nothing, neither in the inbox nor in the line", async () => {
  const letter = letterOf(newId(), 1);
  const failing = receive({
    letter,
    inTransaction: database.inTransaction,
    work: async (context) => {
      await leaveRow(context, letter.envelope);
      throw new Error("after all");
    },
  });
  await expect(failing).rejects.toThrow("after all");
  expect(await deliver(letter)).toBe("done");
  const mine = (await database.effects()).filter(({ event_id }) => event_id === letter.envelope.id);
  expect(mine).toHaveLength(1);
});
