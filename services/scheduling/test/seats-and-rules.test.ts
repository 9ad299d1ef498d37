import { anonymous, newId } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  starts,
  updateMeetingType,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const date = "2027-02-02";
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();
const idOf = (answer: Answer): string => answer.data.bookMeeting.booking.id;

/** How many seats the slot of nine o'clock shows. */
async function seatsLeft(id: string): Promise<number | undefined> {
  const query = `query ($id: ID!, $date: Date!) { meetingType(id: $id) {
    slots(from: $date, to: $date, timeZone: "UTC") { slots { startAt seatsLeft } } } }`;
  const { meetingType } = await scheduling.data(anonymous, query, { id, date });
  return meetingType.slots[0].slots.find((slot: { startAt: string }) => slot.startAt === at(0))
    ?.seatsLeft;
}

test("a meeting counts once against limits, however many attend", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 3, limits: [{ period: "DAY", bookings: 2, minutes: 60 }] },
  });
  for (const minutes of [0, 0, 60, 0, 60]) {
    expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(minutes) }))).toBeNull();
  }
  const third = await book(scheduling, { meetingTypeId, startAt: at(120) });
  expect(codeOf(third)).toBe("SLOT_LIMIT_REACHED");
  expect(await starts(scheduling, { id: meetingTypeId, from: date })).toEqual([at(60)]);
});

test("what closes a start for a new meeting closes the seats that are left", async () => {
  const { organizationId, meetingTypeId, host } = await offerMeeting(scheduling, {
    meetingType: { seats: 3, stepMinutes: 15, bufferAfterMinutes: 15 },
  });
  await book(scheduling, { meetingTypeId, startAt: at(60) });
  await book(scheduling, { meetingTypeId, startAt: at(120) });
  const offered = async () => starts(scheduling, { id: meetingTypeId, from: date });
  expect(await offered()).toEqual(expect.arrayContaining([at(60), at(120)]));
  // From 10:30 to 11:00 the first meeting would now run into the second one's time.
  await updateMeetingType(scheduling, host, { meetingTypeId, bufferAfterMinutes: 45 });
  expect(await offered()).not.toContain(at(60));
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(60) }))).toBe("SLOT_TAKEN");
  expect(await offered()).toContain(at(120));
  const away = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const input = { organizationId, startsOn: date, endsOn: date };
  await scheduling.data(host, away, { input });
  expect(await offered()).toEqual([]);
  await expectSound(scheduling);
});

test("in round robin a meeting fills before another host begins one", async () => {
  const organizationId = newId();
  const admin = account(organizationId, "OWNER");
  const hosts = await Promise.all(
    [1, 2].map(async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  const input = {
    organizationId,
    slug: "class",
    title: "A class",
    mode: "ROUND_ROBIN",
    hosts,
    durationsMinutes: [30],
    noticeMinutes: 0,
    seats: 3,
    showsSeats: true,
  };
  const { createMeetingType: made } = await scheduling.data(admin, createMeetingTypeQuery, {
    input,
  });
  const taken: string[] = [];
  for (const left of [3, 2, 1, 3, 2, 1]) {
    expect(await seatsLeft(made.id)).toBe(left);
    const answer = await book(scheduling, { meetingTypeId: made.id, startAt: at(0) });
    taken.push(answer.data.bookMeeting.booking.host.id);
  }
  expect(new Set(taken.slice(0, 3)).size).toBe(1);
  expect(new Set(taken.slice(3)).size).toBe(1);
  expect(new Set(taken).size).toBe(2);
  expect(codeOf(await book(scheduling, { meetingTypeId: made.id, startAt: at(0) }))).toBe(
    "SLOT_TAKEN",
  );
  // A class counts once for whose turn it is: both hosts have had one.
  const next = await book(scheduling, { meetingTypeId: made.id, startAt: at(60) });
  const why = await scheduling.data(
    admin,
    `query ($id: ID!) { booking(id: $id) { whyHost { standings { bookings } } } }`,
    { id: idOf(next) },
  );
  expect(why.booking.whyHost[0].standings).toEqual([{ bookings: 1 }, { bookings: 1 }]);
  await expectSound(scheduling);
});
