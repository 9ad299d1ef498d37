import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ada,
  attendeeOf,
  book,
  bookingInput,
  bookQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

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

test("from one network so much is booked and held of a meeting type, and of all; others and people who are logged in go on", async () => {
  const offers = await Promise.all([1, 2, 3, 4].map(() => offerMeeting(scheduling)));
  const held = (meetingTypeId: string, network: string, caller: Caller = anonymous) => {
    const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
    // A time that is not offered: trying is what is counted.
    const input = { meetingTypeId, startAt: "2027-02-02T03:00:00.000Z" };
    return scheduling.ask(caller, { query, variables: { input }, network });
  };
  const tried = async (offer: number, times: number) => {
    const codes: (string | null)[] = [];
    for (let i = 0; i < times; i += 1) {
      codes.push(codeOf(await held(offers[offer]!.meetingTypeId, "one")));
    }
    return codes;
  };
  expect(new Set(await tried(0, 40))).toEqual(new Set(["SLOT_OUTSIDE_HOURS"]));
  const refused = await held(offers[0]!.meetingTypeId, "one");
  expect(codeOf(refused)).toBe("RATE_LIMITED");
  const wait = Number(refused.errors?.[0]?.extensions["retryAfterSeconds"]);
  expect(wait).toBeGreaterThan(800);
  expect(wait).toBeLessThanOrEqual(900);
  const booking = bookingInput({ meetingTypeId: offers[0]!.meetingTypeId, startAt: nine });
  const asked = { query: bookQuery, variables: { input: booking } };
  expect(codeOf(await scheduling.ask(anonymous, { ...asked, network: "one" }))).toBe(
    "RATE_LIMITED",
  );
  expect(codeOf(await scheduling.ask(anonymous, { ...asked, network: "two" }))).toBeNull();
  const person = account(offers[0]!.organizationId, "MEMBER");
  expect(codeOf(await held(offers[0]!.meetingTypeId, "one", person))).toBe("SLOT_OUTSIDE_HOURS");

  expect(new Set(await tried(1, 40))).toEqual(new Set(["SLOT_OUTSIDE_HOURS"]));
  // 82 were counted for the network: of the third meeting type 38 are left, not 40.
  const third = await tried(2, 39);
  expect(third.slice(0, 38)).toEqual(Array(38).fill("SLOT_OUTSIDE_HOURS"));
  expect(third[38]).toBe("RATE_LIMITED");
  expect(codeOf(await held(offers[3]!.meetingTypeId, "one"))).toBe("RATE_LIMITED");
});

const holdQuery = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
const seriesQuery = `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { series { id } } }`;
// A time that is not offered: trying is what is counted.
const night = "2027-02-02T03:00:00.000Z";

/** Tries to hold a slot so many times; the codes. */
async function tryHolding(
  times: number,
  { caller, network, ...input }: { caller: Caller; network?: string; meetingTypeId: string },
) {
  const tries = Array.from({ length: times }, () =>
    scheduling.ask(caller, {
      query: holdQuery,
      variables: { input: { ...input, startAt: night } },
      network,
    }),
  );
  return codes(await Promise.all(tries));
}

test("a manage link is no way around the limits of a network: booking, holding and moving with it count like a visitor's", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const link = attendeeOf(await book(scheduling, { meetingTypeId, startAt: nine }));
  const of = { caller: link, network: "linked", meetingTypeId };
  expect(await tryHolding(38, of)).toEqual({ SLOT_OUTSIDE_HOURS: 38 });
  const move = (startAt: string) =>
    scheduling.ask(link, {
      query: rescheduleQuery,
      variables: { input: { bookingId: link.bookingId, startAt } },
      network: "linked",
    });
  expect(codeOf(await move(ten))).toBeNull();
  expect(codeOf(await move(nine))).toBeNull();
  expect(codeOf(await move(ten))).toBe("RATE_LIMITED");
  expect(await tryHolding(1, of)).toEqual({ RATE_LIMITED: 1 });
  expect(await tryHolding(1, { ...of, caller: anonymous })).toEqual({ RATE_LIMITED: 1 });
});

test("a series counts each of its slots, and its retry none", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { maximumOccurrences: 52, horizonDays: 700 },
  });
  const recurrence = { frequency: "DAILY", count: 41 };
  const input = bookingInput({ meetingTypeId, startAt: nine, recurrence });
  const bookIt = () =>
    scheduling.ask(anonymous, { query: seriesQuery, variables: { input }, network: "series" });
  const first = await bookIt();
  expect(codeOf(first)).toBeNull();
  expect((await bookIt()).data).toEqual(first.data);
  const next = { ...input, startAt: ten, idempotencyKey: "another-attempt" };
  const series = { query: seriesQuery, variables: { input: next } };
  const refused = await scheduling.ask(anonymous, { ...series, network: "series" });
  expect(codeOf(refused)).toBe("RATE_LIMITED");
  expect(codeOf(await scheduling.ask(anonymous, { ...series, network: "other" }))).toBeNull();
});

test("visitors of unknown networks have one limit together, ten times as wide", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const of = { caller: anonymous, meetingTypeId };
  const { meetingTypeId: other } = await offerMeeting(scheduling);
  expect(await tryHolding(1, of)).toEqual({ SLOT_OUTSIDE_HOURS: 1 });
  await scheduling.sql("UPDATE rate_limit SET points = 400 WHERE key LIKE $1", [
    `%unknown ${meetingTypeId}`,
  ]);
  expect(await tryHolding(2, of)).toEqual({ RATE_LIMITED: 2 });
  expect(await tryHolding(1, { ...of, meetingTypeId: other })).toEqual({ SLOT_OUTSIDE_HOURS: 1 });
  expect(await tryHolding(1, { ...of, network: "known" })).toEqual({ SLOT_OUTSIDE_HOURS: 1 });
});
