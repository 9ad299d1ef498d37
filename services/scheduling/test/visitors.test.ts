import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ada, book, bookingInput, bookQuery, offerMeeting } from "./operations.ts";
import { expectSound } from "./sound.ts";
import { codeOf, startScheduling, type Scheduling } from "./start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const nine = "2027-02-02T08:00:00.000Z";
const ten = "2027-02-02T09:00:00.000Z";
const grace = { name: "Grace Hopper", email: "grace@example.org", timeZone: "America/New_York" };

test("a visitor who hits upon another's idempotency key meets nothing of theirs, and their own retry still repeats nothing", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const idempotencyKey = "attempt-1";
  const first = await book(scheduling, { meetingTypeId, startAt: nine, idempotencyKey });
  expect(codeOf(first)).toBeNull();

  // The same key, from somebody else: an answer as if nobody had ever used it.
  const taken = { meetingTypeId, startAt: nine, idempotencyKey, attendee: grace };
  expect(codeOf(await book(scheduling, taken))).toBe("SLOT_TAKEN");
  const second = await book(scheduling, { ...taken, startAt: ten });
  expect(second.data.bookMeeting.attendee).toMatchObject({ name: grace.name, email: grace.email });
  const there = await offerMeeting(scheduling);
  const elsewhere = { meetingTypeId: there.meetingTypeId, startAt: ten, idempotencyKey };
  expect(codeOf(await book(scheduling, elsewhere))).toBeNull();

  const input = bookingInput({ meetingTypeId, startAt: nine, idempotencyKey });
  const again = await scheduling.ask(anonymous, { query: bookQuery, variables: { input } });
  expect(again.data).toEqual(first.data);
  const shouted = { ...input, attendee: { ...ada, email: ada.email.toUpperCase() } };
  const other = await scheduling.ask(anonymous, {
    query: bookQuery,
    variables: { input: { ...shouted, startAt: ten } },
  });
  expect(codeOf(other)).toBe("IDEMPOTENCY_KEY_REUSED");
  const kept = await scheduling.sql("SELECT principal FROM idempotency");
  expect(JSON.stringify(kept)).not.toMatch(/ada|grace|example/i);
  await expectSound(scheduling);
});
