import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  ada,
  attendeeOf,
  book,
  bookingInput,
  cancelQuery,
  offerMeeting,
  starts,
} from "./support/operations.ts";
import {
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
const startAt = "2027-02-02T08:00:00Z";

beforeAll(async () => {
  scheduling = await startScheduling();
  offer = await offerMeeting(scheduling, { meetingType: { noticeMinutes: 120, horizonDays: 30 } });
});
beforeEach(() => {
  scheduling.clock.now = monday;
});
afterAll(() => scheduling.stop());

/** Asks for a booking that must fail, and sees to it that nothing at all is stored. */
async function refused(changes: Record<string, unknown>) {
  const before = await stored();
  const answer = await book(scheduling, {
    meetingTypeId: offer.meetingTypeId,
    startAt,
    ...changes,
  });
  expect(answer.data).toBeNull();
  expect(await stored()).toEqual(before);
  return answer;
}

async function stored() {
  const tables = ["booking", "attendee", "answer", "reservation", "hold", "outbox", "idempotency"];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  return (await scheduling.sql(`SELECT ${counts.join(", ")}`))[0];
}

test.each([
  ["2027-01-01T08:00:00Z", "SLOT_IN_PAST", "in the past"],
  ["2027-02-01T06:00:00Z", "SLOT_IN_PAST", "at this very instant"],
  ["1970-01-01T00:00:00Z", "SLOT_IN_PAST", "in another era"],
  ["2027-02-01T07:30:00Z", "SLOT_NOTICE_TOO_SHORT", "too soon"],
  ["2027-02-02T05:00:00Z", "SLOT_OUTSIDE_HOURS", "before hours"],
  ["2027-02-02T15:45:00Z", "SLOT_OUTSIDE_HOURS", "too long for the end of the day"],
  ["2027-02-02T08:10:00Z", "SLOT_NOT_OFFERED", "between two starts"],
  ["2027-02-02T08:00:30Z", "SLOT_NOT_OFFERED", "in the middle of a minute"],
  ["2027-03-04T08:00:00Z", "SLOT_BEYOND_HORIZON", "a day beyond the horizon"],
  ["2199-12-31T08:00:00Z", "SLOT_BEYOND_HORIZON", "in a far century"],
])("a start at %s is %s: %s", async (start, code) => {
  expect(codeOf(await refused({ startAt: start }))).toBe(code);
});

test("notice is elapsed time, and exactly so much is enough", async () => {
  const answer = await book(scheduling, {
    meetingTypeId: offer.meetingTypeId,
    startAt: "2027-02-01T08:00:00Z",
  });
  expect(codeOf(answer)).toBeNull();
});

test.each([
  ["0001-01-01T00:00:00Z"],
  ["9999-12-31T08:00:00Z"],
  ["2027-02-30T08:00:00Z"],
  ["2027-02-02T25:00:00Z"],
  ["2027-02-02 08:00"],
  ["2027-02-02T08:00:00"],
  ["tomorrow"],
  [1_800_000_000],
  [null],
])("%s is no start", async (start) => {
  expect(codeOf(await refused({ startAt: start }))).toMatch(/INVALID_INPUT|BAD_REQUEST/);
});

test("hours that a zone skips cannot be booked", async () => {
  // Clocks in Stockholm go from 02:00 to 03:00 on 28 March: a window from 02:00 to 03:00 is no time at all.
  const night = await offerMeeting(scheduling, {
    schedule: { weekly: [{ days: [7], start: "02:00", end: "03:00" }] },
    meetingType: { horizonDays: 90 },
  });
  const dates = { from: "2027-03-21", to: "2027-04-04" };
  expect(await starts(scheduling, { id: night.meetingTypeId, ...dates })).toEqual([
    "2027-03-21T01:00:00.000Z",
    "2027-03-21T01:30:00.000Z",
    "2027-04-04T00:00:00.000Z",
    "2027-04-04T00:30:00.000Z",
  ]);
  for (const gap of [
    "2027-03-28T02:00:00+01:00",
    "2027-03-28T00:30:00Z",
    "2027-03-28T02:30:00+01:00",
  ]) {
    const answer = await book(scheduling, { meetingTypeId: night.meetingTypeId, startAt: gap });
    expect(codeOf(answer)).toBe("SLOT_OUTSIDE_HOURS");
  }
});

test.each([15, 31, 0, -30, 1_000_000])(
  "a duration of %i minutes is not offered",
  async (durationMinutes) => {
    expect(codeOf(await refused({ durationMinutes }))).toBe("DURATION_NOT_OFFERED");
  },
);

const long = "x".repeat(100 * 1024);

test.each([
  [{ ...ada, email: "ada" }, ["attendee.email WRONG_FORMAT"]],
  [{ ...ada, email: "ada@example.org\nBcc: all@example.org" }, ["attendee.email WRONG_FORMAT"]],
  [{ ...ada, email: "ada@example.org, bob@example.org" }, ["attendee.email WRONG_FORMAT"]],
  [{ ...ada, email: `${"a".repeat(300)}@example.org` }, ["attendee.email TOO_LARGE"]],
  [{ ...ada, name: "" }, ["attendee.name TOO_SMALL"]],
  [{ ...ada, name: "  " }, ["attendee.name TOO_SMALL"]],
  [{ ...ada, name: long }, ["attendee.name TOO_LARGE"]],
  [{ ...ada, name: "Ada\u0000Lovelace" }, ["attendee.name CONTROL_CHARACTER"]],
  [{ ...ada, name: "Ada\u001b[31m" }, ["attendee.name CONTROL_CHARACTER"]],
  [{ ...ada, name: "Ada\u202egpj.exe" }, ["attendee.name CONTROL_CHARACTER"]],
  [{ ...ada, timeZone: "Europe/Atlantis" }, ["attendee.timeZone UNKNOWN_TIME_ZONE"]],
  [{ ...ada, timeZone: "+02:00" }, ["attendee.timeZone UNKNOWN_TIME_ZONE"]],
  [{ ...ada, locale: "xx" }, ["attendee.locale NOT_OFFERED"]],
  [{ ...ada, phone: "call me" }, ["attendee.phone WRONG_FORMAT"]],
])("an attendee %# is refused with the place of each mistake", async (attendee, problems) => {
  const answer = await refused({ attendee });
  expect(codeOf(answer)).toBe("INVALID_INPUT");
  expect(problemsOf(answer)).toEqual(expect.arrayContaining(problems));
  // What was sent is never sent back.
  expect(JSON.stringify(answer)).not.toContain("xxx");
  expect(JSON.stringify(answer)).not.toContain("Atlantis");
});

test("all mistakes come at once", async () => {
  const answer = await refused({
    attendee: { name: "", email: "no", timeZone: "Mars/Olympus" },
    idempotencyKey: "short",
  });
  expect(problemsOf(answer)).toEqual([
    "attendee.name TOO_SMALL",
    "attendee.email WRONG_FORMAT",
    "attendee.timeZone UNKNOWN_TIME_ZONE",
    "idempotencyKey TOO_SMALL",
  ]);
});

test("unknown fields and wrong types are refused before anything happens", async () => {
  expect(codeOf(await refused({ creditCard: "4111111111111111" }))).toBe("BAD_REQUEST");
  expect(codeOf(await refused({ attendee: { ...ada, age: 36 } }))).toBe("BAD_REQUEST");
  expect(codeOf(await refused({ attendee: "Ada" }))).toBe("BAD_REQUEST");
  expect(codeOf(await refused({ meetingTypeId: ["a"] }))).toBe("BAD_REQUEST");
});

test("a meeting type that does not exist cannot be booked", async () => {
  expect(codeOf(await refused({ meetingTypeId: newId() }))).toBe("NOT_FOUND");
  expect(problemsOf(await refused({ meetingTypeId: "' OR 1=1" }))).toEqual([
    "meetingTypeId WRONG_FORMAT",
  ]);
});

test("a hold that was never made, of another slot or stale is refused", async () => {
  expect(codeOf(await refused({ holdId: newId() }))).toBe("HOLD_NOT_FOUND");
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const input = { meetingTypeId: offer.meetingTypeId, startAt: "2027-02-03T08:00:00Z" };
  const { holdSlot } = await scheduling.data(anonymous, query, { input });
  expect(codeOf(await refused({ holdId: holdSlot.id }))).toBe("HOLD_NOT_FOUND");
  scheduling.clock.now = monday + 6 * 60_000;
  expect(codeOf(await refused({ ...input, holdId: holdSlot.id }))).toBe("HOLD_EXPIRED");
});

test("answers are checked by the kind of their question, all at once", async () => {
  const kinds = ["TEXT", "NUMBER", "PHONE", "EMAIL", "CONSENT", "CHOICE"];
  const asked = await offerMeeting(scheduling, {
    meetingType: {
      questions: kinds.map((kind) => ({
        kind,
        label: kind,
        isRequired: true,
        ...(kind === "CHOICE" && { choices: ["tea", "coffee"] }),
      })),
    },
  });
  const ids: string[] = asked.meetingType.questions.map(({ id }: { id: string }) => id);
  const bad = [
    { text: "a\u0000b" },
    { text: "12" },
    { text: "no number" },
    { text: "no address" },
    { consent: false },
    { text: "cocoa" },
  ];
  const answers = bad.map((answer, i) => ({ questionId: ids[i], ...answer }));
  const answer = await book(scheduling, {
    meetingTypeId: asked.meetingTypeId,
    startAt,
    answers: [...answers, { questionId: newId(), text: "x" }, answers[0]],
  });
  expect([...problemsOf(answer)].sort()).toEqual([
    "answers.0 INVALID_TEXT",
    "answers.1 WRONG_TYPE",
    "answers.2 WRONG_FORMAT",
    "answers.3 WRONG_FORMAT",
    "answers.4 REQUIRED",
    "answers.5 NOT_OFFERED",
    "answers.6.questionId UNKNOWN_QUESTION",
    "answers.7.questionId REPEATED",
  ]);
  const none = await book(scheduling, { meetingTypeId: asked.meetingTypeId, startAt });
  expect(problemsOf(none)).toEqual(kinds.map(() => "answers REQUIRED"));
  const good = [
    { text: "a" },
    { number: 1.5 },
    { text: "+46 8 123 456" },
    { text: "a@b.example" },
    { consent: true },
    { text: "tea" },
  ];
  const booked = await book(scheduling, {
    meetingTypeId: asked.meetingTypeId,
    startAt,
    answers: good.map((given, i) => ({ questionId: ids[i], ...given })),
  });
  expect(booked.data.bookMeeting.attendee.answers).toMatchObject(good);
});

test("a cancellation's reason is text of a length, and an attendee's link is for one booking", async () => {
  const booked = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt });
  const { id: bookingId } = booked.data.bookMeeting.booking;
  const cancel = (input: Record<string, unknown>) =>
    scheduling.ask(attendeeOf(booked), { query: cancelQuery, variables: { input } });
  expect(problemsOf(await cancel({ bookingId, reason: long }))).toEqual(["reason TOO_LARGE"]);
  expect(problemsOf(await cancel({ bookingId, reason: "a\u0000b" }))).toEqual([
    "reason CONTROL_CHARACTER",
  ]);
  expect(codeOf(await cancel({ bookingId: newId() }))).toBe("NOT_FOUND");
  expect(bookingInput({}).attendee).toBe(ada);
});
