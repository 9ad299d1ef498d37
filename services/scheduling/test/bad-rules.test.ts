import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMeetingTypeQuery, createSchedule, updateMeetingType } from "./support/operations.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";
import { storedRules } from "./support/stored-rules.ts";

let scheduling: Scheduling;
let place: Awaited<ReturnType<typeof openPlace>>;

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(async () => {
  place = await openPlace();
});
afterAll(() => scheduling.stop());

/** An organization with an admin and three hosts. */
async function openPlace() {
  const organizationId = newId();
  const hosts = await Promise.all(
    [1, 2, 3].map(async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  return { organizationId, hosts, admin: account(organizationId, "ADMIN") };
}

/** Sends a meeting type that must be refused, new and as a change of one that is there. */
async function refused(changes: Record<string, unknown>): Promise<readonly string[]> {
  const { organizationId, hosts, admin } = place;
  const make = (input: Record<string, unknown>) => {
    const usual = { organizationId, slug: "talk", title: "Talk", durationsMinutes: [30] };
    const variables = { input: { ...usual, hosts: hosts.slice(0, 1), ...input } };
    return scheduling.ask(admin, { query: createMeetingTypeQuery, variables });
  };
  const { createMeetingType } = (await make({ slug: "there" })).data;
  const before = await storedRules(scheduling);
  const created = await make(changes);
  const changed = await updateMeetingType(scheduling, admin, {
    meetingTypeId: createMeetingType.id,
    ...changes,
  });
  expect(await storedRules(scheduling)).toEqual(before);
  expect(problemsOf(changed)).toEqual(problemsOf(created));
  return problemsOf(created);
}

const limits = (...each: readonly object[]) => ({ limits: each });

test.each<[string, Record<string, unknown>, string]>([
  [
    "eleven durations",
    { durationsMinutes: Array.from({ length: 11 }, (_, i) => i + 1) },
    "durationsMinutes TOO_LARGE",
  ],
  ["a step of more than a day", { stepMinutes: 1_441 }, "stepMinutes TOO_LARGE"],
  ["a negative step", { stepMinutes: -15 }, "stepMinutes TOO_SMALL"],
  ["a buffer of more than a day", { bufferAfterMinutes: 1_441 }, "bufferAfterMinutes TOO_LARGE"],
  ["a notice of more than a year", { noticeMinutes: 525_601 }, "noticeMinutes TOO_LARGE"],
  ["a negative maximum notice", { maximumNoticeMinutes: -1 }, "maximumNoticeMinutes TOO_SMALL"],
  ["no horizon", { horizonDays: 0 }, "horizonDays TOO_SMALL"],
  ["a negative horizon", { horizonDays: -7 }, "horizonDays TOO_SMALL"],
  [
    "a notice beyond the horizon",
    { noticeMinutes: 3 * 1_440, horizonDays: 1 },
    "noticeMinutes CONTRADICTS",
  ],
  [
    "a notice beyond all working days",
    { noticeMinutes: 60 * 1_440, horizonKind: "BUSINESS_DAYS", horizonDays: 5 },
    "noticeMinutes CONTRADICTS",
  ],
  ["a change notice of years", { changeNoticeMinutes: 525_601 }, "changeNoticeMinutes TOO_LARGE"],
  ["no time to confirm", { confirmWithinMinutes: 0 }, "confirmWithinMinutes TOO_SMALL"],
  ["no seat", { seats: 0 }, "seats TOO_SMALL"],
  ["a negative limit", limits({ period: "DAY", bookings: -1 }), "limits.0.bookings TOO_SMALL"],
  [
    "a limit of too much",
    limits({ period: "DAY", minutes: 1_000_001 }),
    "limits.0.minutes TOO_LARGE",
  ],
  [
    "fewer minutes than any meeting takes",
    { durationsMinutes: [60, 30], ...limits({ period: "WEEK", minutes: 29 }) },
    "limits.0.minutes CONTRADICTS",
  ],
  [
    "a month that allows less than a week",
    limits({ period: "MONTH", minutes: 100 }, { period: "WEEK", minutes: 101 }),
    "limits.0.minutes CONTRADICTS",
  ],
])(
  "a meeting type with %s is refused, and nothing is stored or changed",
  async (_, changes, problem) => {
    expect(await refused(changes)).toEqual([problem]);
  },
);

test("what only just fits is no contradiction", async () => {
  const { organizationId, hosts, admin } = place;
  const input = {
    organizationId,
    slug: "talk",
    title: "Talk",
    durationsMinutes: [60, 30],
    hosts: hosts.slice(0, 1),
    noticeMinutes: 2 * 1_440,
    horizonDays: 1,
    ...limits({ period: "DAY", minutes: 30 }, { period: "WEEK", minutes: 30 }),
  };
  const variables = { input };
  expect(
    codeOf(await scheduling.ask(admin, { query: createMeetingTypeQuery, variables })),
  ).toBeNull();
});

const turns = (changes: readonly object[]) => ({
  mode: "ROUND_ROBIN",
  hosts: changes.map((change, i) => ({ ...place.hosts[i], ...change })),
});

test.each<[string, () => Record<string, unknown>, readonly string[]]>([
  [
    "hosts who all take part always",
    () => turns([{ isFixed: true }, { isFixed: true }]),
    ["hosts ALL_FIXED"],
  ],
  [
    "a host who always takes part and has a group",
    () => turns([{ isFixed: true, group: "Sales" }, {}]),
    ["hosts.0.group GROUP_MISFIT"],
  ],
  [
    "groups that differ in case only",
    () => turns([{ group: "Sales" }, { group: "sales" }, { group: "Sales" }]),
    ["hosts.1.group SAME_BUT_CASE"],
  ],
  ["a group without a name", () => turns([{ group: " " }, {}]), ["hosts.0.group TOO_SMALL"]],
  [
    "a group with a long name",
    () => turns([{ group: "x".repeat(61) }]),
    ["hosts.0.group TOO_LARGE"],
  ],
  ["a weight of nothing", () => turns([{ weight: 0 }]), ["hosts.0.weight TOO_SMALL"]],
  ["a priority beyond all", () => turns([{ priority: 101 }]), ["hosts.0.priority TOO_LARGE"]],
  ["nobody", () => ({ mode: "ROUND_ROBIN", hosts: [] }), ["hosts TOO_SMALL"]],
  ["somebody twice", () => turns([{}, place.hosts[0]!]), ["hosts.1.accountId REPEATED"]],
  [
    "somebody with a stranger's hours",
    () => turns([{ scheduleId: place.hosts[1]!.scheduleId }, { accountId: newId() }]),
    ["hosts.0.scheduleId UNKNOWN_SCHEDULE", "hosts.1.scheduleId UNKNOWN_SCHEDULE"],
  ],
  [
    "more hosts than a meeting has",
    () => turns(Array.from({ length: 101 }, () => place.hosts[0]!)),
    ["hosts TOO_LARGE"],
  ],
  ["two who are one", () => ({ ...turns([{}, {}]), mode: "ONE_HOST" }), ["hosts TOO_MANY"]],
])(
  "round robin with %s is refused, and nothing is stored or changed",
  async (_, changes, problems) => {
    expect(await refused(changes())).toEqual(problems);
  },
);

test("what contradicts comes at once with what there is not", async () => {
  const changes = {
    ...turns([{ isFixed: true, scheduleId: newId() }]),
    noticeMinutes: 500_000,
    maximumNoticeMinutes: 60,
    ...limits({ period: "DAY", minutes: 5 }, { period: "WEEK", minutes: 4 }),
    questions: [{ id: newId(), kind: "TEXT", label: "?" }],
  };
  expect(await refused(changes)).toEqual([
    "questions.0.id UNKNOWN_QUESTION",
    "hosts.0.scheduleId UNKNOWN_SCHEDULE",
    "maximumNoticeMinutes CONTRADICTS",
    "limits.1.minutes CONTRADICTS",
    "limits.0.minutes CONTRADICTS",
    "limits.1.minutes CONTRADICTS",
    "noticeMinutes CONTRADICTS",
    "hosts ALL_FIXED",
  ]);
});
