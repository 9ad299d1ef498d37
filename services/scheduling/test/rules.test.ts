import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingType,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  starts,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const tuesday = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(tuesday + minutes * 60_000).toISOString();

const setLimits = `mutation ($input: SetHostLimitsInput!) { setHostLimits(input: $input) { period bookings minutes } }`;

test("a maximum notice and a horizon of business days or of dates say how far ahead one books", async () => {
  const { organizationId, host, scheduleId } = await offerMeeting(scheduling);
  const input = { organizationId, scheduleId };
  const soon = await createMeetingType(scheduling, host, { ...input, maximumNoticeMinutes: 1_560 });
  const days = { from: "2027-02-01", to: "2027-02-28" };
  const [last] = (await starts(scheduling, { id: soon.id, ...days })).slice(-1);
  // 07:00 on Monday and 26 hours.
  expect(last).toBe("2027-02-02T08:00:00.000Z");
  const late = await book(scheduling, { meetingTypeId: soon.id, startAt: at(30) });
  expect(codeOf(late)).toBe("SLOT_NOTICE_TOO_LONG");

  const business = { horizonKind: "BUSINESS_DAYS", horizonDays: 5 };
  const working = await createMeetingType(scheduling, host, { ...input, ...business });
  const offered = await starts(scheduling, { id: working.id, ...days });
  expect(offered.at(-1)).toBe("2027-02-08T15:30:00.000Z");
  const beyond = { meetingTypeId: working.id, startAt: "2027-02-09T08:00:00Z" };
  expect(codeOf(await book(scheduling, beyond))).toBe("SLOT_BEYOND_HORIZON");
});

test("a fixed horizon offers its dates and no others, whatever else was said", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { horizonKind: "FIXED", horizonFrom: "2027-02-10", horizonTo: "2027-02-11" },
  });
  const days = { from: "2027-02-01", to: "2027-02-28" };
  const offered = await starts(scheduling, { id: meetingTypeId, ...days });
  expect(new Set(offered.map((start) => start.slice(0, 10)))).toEqual(
    new Set(["2027-02-10", "2027-02-11"]),
  );
  for (const startAt of ["2027-02-09T08:00:00Z", "2027-02-12T08:00:00Z", at(0)]) {
    const answer = await book(scheduling, { meetingTypeId, startAt });
    expect(codeOf(answer)).toBe("SLOT_BEYOND_HORIZON");
  }
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: offered[0] }))).toBeNull();
  const query = `mutation ($input: UpdateMeetingTypeInput!) {
    updateMeetingType(input: $input) { horizonKind horizonFrom maximumNoticeMinutes limits { period } }
  }`;
  const change = (changes: Record<string, unknown>) =>
    scheduling.data(host, query, { input: { meetingTypeId, ...changes } });
  const rolling = {
    horizonKind: "ROLLING",
    maximumNoticeMinutes: 100,
    limits: [{ period: "DAY", bookings: 1 }],
  };
  expect((await change(rolling)).updateMeetingType).toEqual({
    horizonKind: "ROLLING",
    horizonFrom: null,
    maximumNoticeMinutes: 100,
    limits: [{ period: "DAY" }],
  });
  const none = { maximumNoticeMinutes: null, limits: [] };
  expect((await change(none)).updateMeetingType).toMatchObject(none);
});

test("a limit of three a day holds when thirty people book at once, whatever the time", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { durationsMinutes: [15], limits: [{ period: "DAY", bookings: 3 }] },
  });
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => book(scheduling, { meetingTypeId, startAt: at(i * 15) })),
  );
  expect(codes(answers)).toEqual({ BOOKED: 3, SLOT_LIMIT_REACHED: 27 });
  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).toEqual([]);
  const next = { meetingTypeId, startAt: at(1_440) };
  expect(codeOf(await book(scheduling, next))).toBeNull();
  await expectSound(scheduling);
});

test("held slots use a limit up until they are given back", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { limits: [{ period: "DAY", bookings: 1 }] },
  });
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const held = { input: { meetingTypeId, startAt: at(0) } };
  const { holdSlot } = await scheduling.data(anonymous, hold, held);
  const other = { meetingTypeId, startAt: at(60) };
  expect(codeOf(await book(scheduling, other))).toBe("SLOT_LIMIT_REACHED");
  const mine = { meetingTypeId, startAt: at(0), holdId: holdSlot.id };
  expect(codeOf(await book(scheduling, mine))).toBeNull();
});

test("weeks and months have limits in minutes, buffers left out", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: {
      bufferAfterMinutes: 30,
      horizonDays: 90,
      limits: [
        { period: "WEEK", minutes: 60 },
        { period: "MONTH", bookings: 3 },
      ],
    },
  });
  const week = 7 * 1_440;
  const times = [0, 120, 240, week, week + 1_440, 5 * week];
  const outcomes: (string | null)[] = [];
  for (const minutes of times) {
    outcomes.push(codeOf(await book(scheduling, { meetingTypeId, startAt: at(minutes) })));
  }
  const full = "SLOT_LIMIT_REACHED";
  expect(outcomes).toEqual([null, null, full, null, full, null]);
});

test("the next time is found within the whole horizon, in as many statements as the slots", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    schedule: {
      weekly: [],
      overrides: [{ date: "2027-10-31", windows: [{ start: "01:30", end: "04:00" }] }],
    },
    meetingType: { horizonDays: 300 },
  });
  const query = `query ($id: ID!, $after: DateTime, $timeZone: String!, $durationMinutes: Int) { meetingType(id: $id) {
    nextAvailable(timeZone: $timeZone, after: $after, durationMinutes: $durationMinutes) { startAt localStart localEnd } } }`;
  const ask = (changes: Record<string, unknown> = {}) => {
    const variables = { id: meetingTypeId, timeZone: "Europe/Stockholm", ...changes };
    return scheduling.ask(anonymous, { query, variables });
  };
  const next = async (changes?: Record<string, unknown>) =>
    (await ask(changes)).data.meetingType.nextAvailable;
  expect(await next()).toEqual({
    startAt: "2027-10-30T23:30:00.000Z",
    localStart: "01:30",
    localEnd: "02:00",
  });
  // The hour from two to three comes twice that night.
  const second = await next({ after: "2027-10-31T01:00:00Z" });
  expect(second).toEqual({
    startAt: "2027-10-31T01:00:00.000Z",
    localStart: "02:00",
    localEnd: "02:30",
  });
  expect(await next({ after: "2027-11-01T00:00:00Z" })).toBeNull();
  expect(await next({ after: "2199-01-01T00:00:00Z" })).toBeNull();
  expect(codeOf(await ask({ durationMinutes: 7 }))).toBe("DURATION_NOT_OFFERED");
  expect(problemsOf(await ask({ timeZone: "Mars" }))).toEqual(["timeZone UNKNOWN_TIME_ZONE"]);
});

const wrong: [string, Record<string, unknown>, string[]][] = [
  [
    "a round robin of nobody",
    { mode: "ROUND_ROBIN", scheduleId: null, hosts: [] },
    ["hosts TOO_SMALL"],
  ],
  [
    "everything absurd at once",
    { durationsMinutes: [0, 1_441], stepMinutes: 0, bufferAfterMinutes: -1, horizonDays: 731 },
    [
      "durationsMinutes.0 TOO_SMALL",
      "durationsMinutes.1 TOO_LARGE",
      "stepMinutes TOO_SMALL",
      "bufferAfterMinutes TOO_SMALL",
      "horizonDays TOO_LARGE",
    ],
  ],
  [
    "a fixed horizon without dates",
    { horizonKind: "FIXED" },
    ["horizonFrom REQUIRED", "horizonTo REQUIRED"],
  ],
  [
    "a horizon that ends before it begins",
    { horizonKind: "FIXED", horizonFrom: "2027-02-10", horizonTo: "2027-02-09" },
    ["horizonTo END_BEFORE_START"],
  ],
  [
    "a maximum notice below the notice",
    { noticeMinutes: 60, maximumNoticeMinutes: 59 },
    ["maximumNoticeMinutes CONTRADICTS"],
  ],
  ["a maximum notice of nothing", { maximumNoticeMinutes: 0 }, ["maximumNoticeMinutes TOO_SMALL"]],
  [
    "a week that allows less than a day",
    {
      limits: [
        { period: "WEEK", bookings: 2 },
        { period: "DAY", bookings: 3 },
      ],
    },
    ["limits.0.bookings CONTRADICTS"],
  ],
  [
    "two limits of a day",
    {
      limits: [
        { period: "DAY", bookings: 2 },
        { period: "DAY", minutes: 3 },
      ],
    },
    ["limits.1.period REPEATED"],
  ],
  ["a limit of nothing", { limits: [{ period: "DAY" }] }, ["limits.0.bookings REQUIRED"]],
  ["a limit of 0", { limits: [{ period: "DAY", bookings: 0 }] }, ["limits.0.bookings TOO_SMALL"]],
];

test.each(wrong)(
  "a meeting type with %s is refused, and nothing is stored",
  async (_, changes, problems) => {
    const organizationId = newId();
    const host = account(organizationId, "MEMBER");
    const scheduleId = await createSchedule(scheduling, host, { organizationId });
    const input = {
      organizationId,
      scheduleId,
      slug: "talk",
      title: "T",
      durationsMinutes: [30],
      noticeMinutes: 0,
      ...changes,
    };
    const answer = await scheduling.ask(host, {
      query: createMeetingTypeQuery,
      variables: { input },
    });
    expect(problemsOf(answer)).toEqual(problems);
    const stored = await scheduling.sql("SELECT 1 FROM meeting_type WHERE organization_id = $1", [
      organizationId,
    ]);
    expect(stored).toEqual([]);
  },
);

test("a host's limits that contradict are refused", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const limits = [
    { period: "DAY", minutes: 60 },
    { period: "MONTH", minutes: 30 },
  ];
  const variables = { input: { organizationId, limits } };
  const answer = await scheduling.ask(host, { query: setLimits, variables });
  expect(problemsOf(answer)).toEqual(["limits.1.minutes CONTRADICTS"]);
});
