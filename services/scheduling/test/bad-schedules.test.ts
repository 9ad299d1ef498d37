import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchedule } from "./support/operations.ts";
import {
  account,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";
import { storedRules } from "./support/stored-rules.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const date = (day: number) => new Date(monday + day * 86_400_000).toISOString().slice(0, 10);
const onDate = (...windows: readonly (readonly [string, string])[]) => ({
  overrides: [{ date: date(0), windows: windows.map(([start, end]) => ({ start, end })) }],
});
const trip = (from: string, to: string, timeZone = "Asia/Tokyo") => ({ from, to, timeZone });
const many = <Item>(length: number, make: (i: number) => Item) =>
  Array.from({ length }, (_, i) => make(i));

/** Sends a schedule that must be refused, new and as a change of one that is there. */
async function scheduleRefused(changes: Record<string, unknown>) {
  const organizationId = newId();
  const host = account(organizationId, "MEMBER");
  const scheduleId = await createSchedule(scheduling, host, { organizationId });
  const ask = (name: string, input: Record<string, unknown>) => {
    const query = `mutation ($input: ${name}Input!) { ${name[0]!.toLowerCase()}${name.slice(1)}(input: $input) { id } }`;
    return scheduling.ask(host, { query, variables: { input } });
  };
  const before = await storedRules(scheduling);
  const usual = { organizationId, name: "Hours", timeZone: "Europe/Stockholm", weekly: [] };
  const created = await ask("CreateSchedule", { ...usual, ...changes });
  const changed = await ask("UpdateSchedule", { scheduleId, ...changes });
  expect(await storedRules(scheduling)).toEqual(before);
  expect(problemsOf(changed)).toEqual(problemsOf(created));
  return created;
}

test.each<[string, Record<string, unknown>, readonly string[]]>([
  [
    "hours of a date that overlap",
    onDate(["09:00", "12:00"], ["11:59", "15:00"]),
    ["overrides.0.windows.1 OVERLAPS"],
  ],
  [
    "the same hours of a date twice",
    onDate(["09:00", "12:00"], ["09:00", "12:00"]),
    ["overrides.0.windows.1 OVERLAPS"],
  ],
  [
    "a night that reaches over an evening",
    onDate(["23:00", "24:00"], ["22:00", "02:00"]),
    ["overrides.0.windows.1 OVERLAPS"],
  ],
  ["hours of no length", onDate(["09:00", "09:00"]), ["overrides.0.windows.0.end EMPTY_WINDOW"]],
  [
    "49 hours of a date",
    onDate(...many(49, (): [string, string] => ["09:00", "10:00"])),
    ["overrides.0.windows TOO_LARGE"],
  ],
  [
    "a journey that ends before it begins",
    { travel: [trip(date(2), date(1))] },
    ["travel.0.to END_BEFORE_START"],
  ],
  [
    "journeys that overlap",
    { travel: [trip(date(1), date(3)), trip(date(3), date(4))] },
    ["travel.1 OVERLAPS"],
  ],
  [
    "a journey to nowhere",
    { travel: [trip(date(1), date(3), "Mars/Olympus")] },
    ["travel.0.timeZone UNKNOWN_TIME_ZONE"],
  ],
  ["201 journeys", { travel: many(201, (i) => trip(date(i), date(i))) }, ["travel TOO_LARGE"]],
  ["a country in words", { holidayCountry: "Sweden" }, ["holidayCountry WRONG_FORMAT"]],
  ["a country that is none", { holidayCountry: "XX" }, ["holidayCountry UNKNOWN_COUNTRY"]],
  [
    "337 hours of a week",
    { weekly: many(337, () => ({ days: [1], start: "09:00", end: "10:00" })) },
    ["weekly TOO_LARGE"],
  ],
  [
    "much that is wrong",
    {
      timeZone: "Europe/Stockholm",
      weekly: [{ days: [0], start: "09:00", end: "09:00" }],
      overrides: [
        { date: date(0), windows: [] },
        { date: date(0), windows: [{ start: "09:00", end: "09:00" }] },
      ],
      travel: [trip(date(2), date(1), "Mars/Olympus")],
    },
    [
      "weekly.0.end EMPTY_WINDOW",
      "weekly.0.days NOT_A_WEEKDAY",
      "overrides.1.date REPEATED",
      "overrides.1.windows.0.end EMPTY_WINDOW",
      "travel.0.timeZone UNKNOWN_TIME_ZONE",
      "travel.0.to END_BEFORE_START",
    ],
  ],
])(
  "a schedule with %s is refused, and nothing is stored or changed",
  async (_, changes, problems) => {
    expect(problemsOf(await scheduleRefused(changes))).toEqual(problems);
  },
);

test("ten thousand overrides are one mistake, however wrong each of them is", async () => {
  const windows = [{ start: "09:00", end: "09:00" }];
  const overrides = many(10_000, () => ({ date: date(0), windows }));
  const answer = await scheduleRefused({ overrides });
  expect(problemsOf(answer)).toEqual(["overrides TOO_LARGE"]);
  expect(JSON.stringify(answer).length).toBeLessThan(1_000);
});

test("hours of a date that touch, or reach into the night, are right", async () => {
  const organizationId = newId();
  const host = account(organizationId, "MEMBER");
  for (const overrides of [
    onDate(["09:00", "12:00"], ["12:00", "15:00"]),
    onDate(["22:00", "02:00"], ["09:00", "22:00"]),
    onDate(["00:00", "24:00"]),
  ]) {
    await createSchedule(scheduling, host, { organizationId, ...overrides });
  }
});
