import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, offerMeeting } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { codeOf, monday, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const at = (minutes: number) =>
  new Date(Date.parse("2027-02-02T08:00:00Z") + minutes * 60_000).toISOString();

test("a hold keeps the slot until the very instant of its expiry, and not at it", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const hold = await scheduling.data(
    anonymous,
    `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id expiresAt } }`,
    { input: { meetingTypeId, startAt: at(0) } },
  );
  const expiresAt = Date.parse(hold.holdSlot.expiresAt);
  expect(expiresAt).toBe(monday + 5 * 60_000);
  try {
    scheduling.clock.now = expiresAt - 1;
    expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBe("SLOT_TAKEN");
    scheduling.clock.now = expiresAt;
    const late = await book(scheduling, {
      meetingTypeId,
      startAt: at(0),
      holdId: hold.holdSlot.id,
    });
    expect(codeOf(late)).toBe("HOLD_EXPIRED");
    const answers = await Promise.all(
      [1, 2, 3].map(() => book(scheduling, { meetingTypeId, startAt: at(0) })),
    );
    expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 2 });
  } finally {
    scheduling.clock.now = monday;
  }
  await expectSound(scheduling);
});

test("a hold that a process with a faster clock took for stale books nothing", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const { holdSlot } = await scheduling.data(
    anonymous,
    `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`,
    { input: { meetingTypeId, startAt: at(0) } },
  );
  await scheduling.sql(
    "UPDATE reservation SET state = 'EXPIRED', expires_at = NULL WHERE hold_id = $1",
    [holdSlot.id],
  );
  const answer = await book(scheduling, { meetingTypeId, startAt: at(0), holdId: holdSlot.id });
  expect(codeOf(answer)).toBe("HOLD_EXPIRED");
  await expectSound(scheduling);
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBeNull();
});

test("of two who use one hold at once, one books", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const { holdSlot } = await scheduling.data(
    anonymous,
    `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`,
    { input: { meetingTypeId, startAt: at(0) } },
  );
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() =>
      book(scheduling, { meetingTypeId, startAt: at(0), holdId: holdSlot.id }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 1, HOLD_EXPIRED: 3 });
  await expectSound(scheduling);
});

test("a visitor cannot keep a whole calendar: one network holds 10 slots, three hold 20 of 35, and the others can still be booked", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const starts = Array.from({ length: 35 }, (_, index) => {
    const day = Math.floor(index / 10);
    return at(day * 24 * 60 + (index % 10) * 30);
  });
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const hold = (some: readonly string[], network: string) =>
    Promise.all(
      some.map((startAt) =>
        scheduling.ask(anonymous, {
          query,
          variables: { input: { meetingTypeId, startAt } },
          network,
        }),
      ),
    );
  const one = await hold(starts.slice(0, 12), "one");
  expect(codes(one)).toEqual({ BOOKED: 10, TOO_MANY_HOLDS: 2 });
  const two = await hold(starts.slice(12, 21), "two");
  expect(codes(two)).toEqual({ BOOKED: 9 });
  const three = await hold(starts.slice(21), "three");
  expect(codes(three)).toEqual({ BOOKED: 1, TOO_MANY_HOLDS: 13 });
  const refused = starts.slice(21).find((_, index) => three[index]?.errors);
  const booked = await book(scheduling, { meetingTypeId, startAt: refused ?? "" });
  expect(booked.errors).toBeUndefined();
  await expectSound(scheduling);
});
