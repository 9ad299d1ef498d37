import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMeetingTypeQuery, offerMeeting, slotsQuery } from "./support/operations.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
const long = "x".repeat(100 * 1024);

beforeAll(async () => {
  scheduling = await startScheduling();
  offer = await offerMeeting(scheduling, { meetingType: { noticeMinutes: 120, horizonDays: 30 } });
});
afterAll(() => scheduling.stop());

test("slots are asked for in a window of 62 days at most and in a zone that exists", async () => {
  const ask = async (changes: Record<string, unknown>) => {
    const variables = {
      id: offer.meetingTypeId,
      from: "2027-02-01",
      to: "2027-02-28",
      timeZone: "UTC",
      ...changes,
    };
    return scheduling.ask(anonymous, { query: slotsQuery, variables });
  };
  expect(codeOf(await ask({ to: "2027-04-03" }))).toBeNull();
  expect(codeOf(await ask({ to: "2027-04-04" }))).toBe("WINDOW_TOO_LONG");
  expect(problemsOf(await ask({ to: "2027-01-31" }))).toEqual(["to END_BEFORE_START"]);
  expect(problemsOf(await ask({ timeZone: "Mars/Olympus" }))).toEqual([
    "timeZone UNKNOWN_TIME_ZONE",
  ]);
  expect(codeOf(await ask({ durationMinutes: 7 }))).toBe("DURATION_NOT_OFFERED");
  expect(codeOf(await ask({ from: "2027-02-30" }))).toMatch(/INVALID_INPUT|BAD_REQUEST/);
  const decemberOf = (year: string) => ask({ from: `${year}-12-01`, to: `${year}-12-31` });
  for (const year of ["1970", "2199"]) {
    expect((await decemberOf(year)).data?.meetingType.slots).toEqual([]);
  }
  for (const year of ["0001", "1969", "2200", "9999"]) {
    expect(codeOf(await decemberOf(year))).toMatch(/INVALID_INPUT|BAD_REQUEST/);
  }
});

const schedules: [string, Record<string, unknown>, string][] = [
  ["an unknown zone", { timeZone: "Europe/Atlantis" }, "timeZone UNKNOWN_TIME_ZONE"],
  [
    "an eighth day",
    { weekly: [{ days: [8], start: "09:00", end: "17:00" }] },
    "weekly.0.days NOT_A_WEEKDAY",
  ],
  [
    "no day",
    { weekly: [{ days: [], start: "09:00", end: "17:00" }] },
    "weekly.0.days NOT_A_WEEKDAY",
  ],
  [
    "a window of no length",
    { weekly: [{ days: [1], start: "09:00", end: "09:00" }] },
    "weekly.0.end EMPTY_WINDOW",
  ],
  [
    "a date twice",
    { overrides: [1, 2].map(() => ({ date: "2027-02-02", windows: [] })) },
    "overrides.1.date REPEATED",
  ],
  ["a long name", { name: long }, "name TOO_LARGE"],
  [
    "10,000 overrides",
    {
      overrides: Array.from({ length: 10_000 }, (_, i) => ({
        date: new Date(monday + i * 86_400_000).toISOString().slice(0, 10),
        windows: [],
      })),
    },
    "overrides TOO_LARGE",
  ],
];

test.each(schedules)("a schedule with %s is refused", async (_, changes, problem) => {
  const query = `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }`;
  const input = {
    organizationId: offer.organizationId,
    name: "Hours",
    timeZone: "Europe/Stockholm",
    weekly: [{ days: [1], start: "09:00", end: "17:00" }],
    ...changes,
  };
  const answer = await scheduling.ask(offer.host, { query, variables: { input } });
  expect(problemsOf(answer)).toEqual([problem]);
});

const meetingTypes: [string, Record<string, unknown>, string][] = [
  ["a negative duration", { durationsMinutes: [-30] }, "durationsMinutes.0 TOO_SMALL"],
  ["a duration of years", { durationsMinutes: [1_000_000] }, "durationsMinutes.0 TOO_LARGE"],
  ["no duration", { durationsMinutes: [] }, "durationsMinutes TOO_SMALL"],
  ["a duration twice", { durationsMinutes: [30, 30] }, "durationsMinutes.1 REPEATED"],
  ["a step of 0", { stepMinutes: 0 }, "stepMinutes TOO_SMALL"],
  ["a negative buffer", { bufferBeforeMinutes: -5 }, "bufferBeforeMinutes TOO_SMALL"],
  ["a negative notice", { noticeMinutes: -1 }, "noticeMinutes TOO_SMALL"],
  ["a slug in capitals", { slug: "Talk" }, "slug WRONG_FORMAT"],
  ["a slug that climbs", { slug: "../talk" }, "slug WRONG_FORMAT"],
  ["no hosts", { scheduleId: null, hosts: [] }, "hosts TOO_SMALL"],
  ["neither hosts nor schedule", { scheduleId: null }, "scheduleId ONE_OF_TWO"],
  ["somebody's schedule", { scheduleId: newId() }, "hosts.0.scheduleId UNKNOWN_SCHEDULE"],
  [
    "a choice of one",
    { questions: [{ kind: "CHOICE", label: "?", choices: ["a"] }] },
    "questions.0.choices CHOICES_MISFIT",
  ],
  [
    "a question of another",
    { questions: [{ id: newId(), kind: "TEXT", label: "?" }] },
    "questions.0.id UNKNOWN_QUESTION",
  ],
  ["a place without address", { location: { kind: "IN_PERSON" } }, "location.text REQUIRED"],
];

test.each(meetingTypes)("a meeting type with %s is refused", async (_, changes, problem) => {
  const input = {
    organizationId: offer.organizationId,
    scheduleId: offer.scheduleId,
    slug: "talk",
    title: "Talk",
    durationsMinutes: [30],
    ...changes,
  };
  const answer = await scheduling.ask(offer.host, {
    query: createMeetingTypeQuery,
    variables: { input },
  });
  expect(problemsOf(answer)).toEqual([problem]);
});

test("only members make anything, and only for themselves unless they are admins", async () => {
  const { organizationId, scheduleId, host } = offer;
  const make = (caller: Parameters<typeof scheduling.ask>[0], changes: Record<string, unknown>) =>
    scheduling.ask(caller, {
      query: createMeetingTypeQuery,
      variables: {
        input: {
          organizationId,
          slug: `a-${newId().slice(-8)}`,
          title: "T",
          durationsMinutes: [30],
          ...changes,
        },
      },
    });
  expect(codeOf(await make(anonymous, { scheduleId }))).toBe("UNAUTHENTICATED");
  expect(codeOf(await make(account(newId(), "OWNER"), { scheduleId }))).toBe("NOT_FOUND");
  const hosts = [{ accountId: host.accountId, scheduleId }];
  expect(codeOf(await make(account(organizationId, "MEMBER"), { hosts }))).toBe("FORBIDDEN");
  expect(codeOf(await make(account(organizationId, "ADMIN"), { hosts }))).toBeNull();
});
