import { DomainError, InvalidInput } from "@tidbok/domain";
import { describe, expect, test } from "vitest";
import {
  findSlots,
  requestProblems,
  rulesProblems,
  scheduleProblems,
  WindowTooLong,
  type MeetingRules,
  type Schedule,
  type SlotRequest,
} from "../src/index.ts";
import { at, busy, open, requestOf, type Changes } from "./support/request-of.ts";

const found = (problems: readonly { path: string; code: string }[]) =>
  problems.map(({ path, code }) => `${path} ${code}`);
const ofRules = (rules: Partial<MeetingRules>) =>
  found(rulesProblems({ mode: "ONE_HOST", durationMinutes: 30, ...rules }));
const ofSchedule = (schedule: Partial<Schedule>) =>
  found(scheduleProblems({ timeZone: "Europe/Stockholm", weekly: [], ...schedule }));
const ofRequest = (changes: Changes, more: Partial<SlotRequest> = {}) =>
  found(requestProblems({ ...requestOf(changes), ...more }));

describe("rulesProblems", () => {
  test("finds none in sound rules", () => {
    const limits = {
      perDay: { bookings: 1, minutes: 60 },
      perWeek: { bookings: 1 },
      perMonth: { minutes: 60 },
    };
    expect(
      ofRules({
        limits,
        horizon: { type: "ROLLING", days: 0 },
        noticeMinutes: 5,
        maximumNoticeMinutes: 5,
      }),
    ).toEqual([]);
  });

  test.each([
    [{ durationMinutes: 0 }, ["durationMinutes TOO_SMALL"]],
    [{ durationMinutes: -30 }, ["durationMinutes TOO_SMALL"]],
    [{ durationMinutes: 1_441 }, ["durationMinutes TOO_LARGE"]],
    [{ durationMinutes: 7.5 }, ["durationMinutes NOT_A_WHOLE_NUMBER"]],
    [{ durationMinutes: Number.NaN }, ["durationMinutes NOT_A_WHOLE_NUMBER"]],
    [{ stepMinutes: 0 }, ["stepMinutes TOO_SMALL"]],
    [{ stepMinutes: 1_441 }, ["stepMinutes TOO_LARGE"]],
    [{ bufferBeforeMinutes: -1 }, ["bufferBeforeMinutes TOO_SMALL"]],
    [{ bufferAfterMinutes: 1_441 }, ["bufferAfterMinutes TOO_LARGE"]],
    [{ noticeMinutes: -1 }, ["noticeMinutes TOO_SMALL"]],
    [{ noticeMinutes: 10, maximumNoticeMinutes: 9 }, ["maximumNoticeMinutes CONTRADICTS"]],
    [
      { durationsMinutes: [15, 30, 15, 0] },
      ["durationsMinutes.2 REPEATED", "durationsMinutes.3 TOO_SMALL"],
    ],
    [{ durationsMinutes: [15] }, ["durationMinutes NOT_OFFERED"]],
    [
      { durationsMinutes: Array.from({ length: 51 }, (_, i) => i + 1) },
      ["durationsMinutes TOO_MANY"],
    ],
    [{ horizon: { type: "ROLLING", days: -1 } }, ["horizon.days TOO_SMALL"]],
    [{ horizon: { type: "BUSINESS_DAYS", days: 1_831 } }, ["horizon.days TOO_LARGE"]],
    [
      { horizon: { type: "FIXED", from: "2027-02-03", to: "2027-02-02" } },
      ["horizon.to END_BEFORE_START"],
    ],
    [{ horizon: { type: "FIXED", from: "soon", to: "2027-02-02" } }, ["horizon.from NOT_A_DATE"]],
    [
      { horizon: { type: "FIXED", from: "2027-01-01", to: "2127-02-02" } },
      ["horizon.to TOO_LARGE"],
    ],
    [{ limits: { perDay: { bookings: 0 } } }, ["limits.perDay.bookings TOO_SMALL"]],
    [
      { limits: { perDay: { bookings: 3 }, perMonth: { bookings: 2 } } },
      ["limits.perMonth.bookings CONTRADICTS"],
    ],
    [
      { limits: { perWeek: { minutes: 90 }, perMonth: { minutes: 60 } } },
      ["limits.perMonth.minutes CONTRADICTS"],
    ],
  ] as const)("finds what is wrong in %j", (rules, problems) => {
    expect(ofRules(rules)).toEqual(problems);
  });
});

describe("scheduleProblems", () => {
  const row = { days: [1], start: "09:00", end: "17:00" };
  const override = { date: "2027-02-01", windows: [] };
  const trip = { from: "2027-02-01", to: "2027-02-03", timeZone: "America/New_York" };

  test("finds none in hours over midnight, to its end, and split or overlapping", () => {
    const weekly = [
      row,
      { ...row, start: "22:00", end: "02:00" },
      { ...row, start: "16:00", end: "24:00" },
    ];
    const travel = [trip, { ...trip, from: "2027-02-04", to: "2027-02-04" }];
    expect(ofSchedule({ weekly, overrides: [override], travel })).toEqual([]);
  });

  test.each([
    [{ timeZone: "Europe/Atlantis" }, ["timeZone UNKNOWN_TIME_ZONE"]],
    [
      { weekly: [{ ...row, start: "24:00", end: "25:00" }] },
      ["weekly.0.start NOT_A_TIME", "weekly.0.end NOT_A_TIME"],
    ],
    [{ weekly: [row, { ...row, end: "09:00" }] }, ["weekly.1.end EMPTY_WINDOW"]],
    [{ weekly: [{ ...row, days: [0] }] }, ["weekly.0.days NOT_A_WEEKDAY"]],
    [{ weekly: [{ ...row, days: [8] }] }, ["weekly.0.days NOT_A_WEEKDAY"]],
    [{ weekly: [{ ...row, days: [1.5] }] }, ["weekly.0.days NOT_A_WEEKDAY"]],
    [{ weekly: [{ ...row, days: [] }] }, ["weekly.0.days NOT_A_WEEKDAY"]],
    [{ weekly: [{ ...row, days: [1, 1, 1, 1, 1, 1, 1, 1] }] }, ["weekly.0.days NOT_A_WEEKDAY"]],
    [{ weekly: Array.from({ length: 337 }, () => row) }, ["weekly TOO_MANY"]],
    [{ overrides: [override, override] }, ["overrides.1.date REPEATED"]],
    [{ overrides: [{ ...override, date: "2027-02-29" }] }, ["overrides.0.date NOT_A_DATE"]],
    [
      { overrides: [{ ...override, windows: [{ start: "9", end: "10:00" }] }] },
      ["overrides.0.windows.0.start NOT_A_TIME"],
    ],
    [
      { overrides: [{ ...override, windows: Array.from({ length: 49 }, () => row) }] },
      ["overrides.0.windows TOO_MANY"],
    ],
    [{ overrides: Array.from({ length: 10_000 }, () => override) }, ["overrides TOO_MANY"]],
    [{ travel: [{ ...trip, timeZone: "Mars" }] }, ["travel.0.timeZone UNKNOWN_TIME_ZONE"]],
    [{ travel: [{ ...trip, to: "2027-01-31" }] }, ["travel.0.to END_BEFORE_START"]],
    [{ travel: [trip, { ...trip, from: "2027-02-03", to: "2027-02-05" }] }, ["travel.1 OVERLAPS"]],
    [{ travel: Array.from({ length: 201 }, () => trip) }, ["travel TOO_MANY"]],
  ] as const)("finds what is wrong in %j", (schedule, problems) => {
    expect(ofSchedule(schedule)).toEqual(problems);
  });
});

describe("requestProblems", () => {
  test("finds none in a sound request", () => {
    expect(
      ofRequest({
        host: { busy: [busy("02-01 09:00", "02-01 10:00", { bufferAfterMinutes: 5 })] },
      }),
    ).toEqual([]);
  });

  test("finds what is wrong with the hosts as a team", () => {
    expect(ofRequest({ hosts: [] })).toEqual(["hosts NO_HOSTS"]);
    expect(ofRequest({ rules: { mode: "ROUND_ROBIN" }, hosts: [] })).toEqual(["hosts NO_HOSTS"]);
    expect(ofRequest({ hosts: [{}, {}] })).toEqual(["hosts TOO_MANY"]);
    expect(ofRequest({ rules: { mode: "COLLECTIVE" }, hosts: [{ id: "a" }, { id: "a" }] })).toEqual(
      ["hosts.1.id REPEATED"],
    );
  });

  test("finds what is wrong with one host", () => {
    const host = {
      schedule: open("09:00", "17:00", "Nowhere"),
      outOfOffice: [{ from: "2027-02-02", to: "2027-02-01" }],
      holidays: ["2027-02-02", "Christmas"],
      limits: { perDay: { bookings: 0.5 } },
      busy: [
        busy("02-01 09:00", "02-01 10:00"),
        busy("02-01 10:00", "02-01 09:00"),
        busy("02-01 09:00", "02-01 09:00", { bufferBeforeMinutes: -5 }),
        { start: Number.NaN, end: 2 ** 60 },
      ],
    };
    expect(ofRequest({ host })).toEqual([
      "hosts.0.schedule.timeZone UNKNOWN_TIME_ZONE",
      "hosts.0.limits.perDay.bookings NOT_A_WHOLE_NUMBER",
      "hosts.0.outOfOffice.0.to END_BEFORE_START",
      "hosts.0.holidays.1 NOT_A_DATE",
      "hosts.0.busy.1.end END_BEFORE_START",
      "hosts.0.busy.2.bufferBeforeMinutes TOO_SMALL",
      "hosts.0.busy.3.start NOT_AN_INSTANT",
      "hosts.0.busy.3.end NOT_AN_INSTANT",
    ]);
  });

  test("finds what is wrong with the question", () => {
    expect(ofRequest({ durationMinutes: 45 })).toEqual(["durationMinutes NOT_OFFERED"]);
    expect(ofRequest({}, { now: 1.5 })).toEqual(["now NOT_AN_INSTANT"]);
    expect(ofRequest({ from: "02-02 00:00", to: "02-01 00:00" })).toEqual([
      "window.end END_BEFORE_START",
    ]);
    const window = { start: -1, end: Date.UTC(2200, 0, 1) };
    expect(ofRequest({}, { window })).toEqual([
      "window.start NOT_AN_INSTANT",
      "window.end NOT_AN_INSTANT",
    ]);
    expect(ofRequest({ rules: { stepMinutes: 0 } })).toEqual(["rules.stepMinutes TOO_SMALL"]);
  });

  test("stops at a hundred", () => {
    const wrong = Array.from({ length: 5_000 }, () => busy("02-02 00:00", "02-01 00:00"));
    expect(ofRequest({ host: { busy: wrong } })).toHaveLength(100);
  });
});

describe("findSlots", () => {
  const code = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return error instanceof DomainError ? error.code : error;
    }
    return null;
  };

  test("throws all mistakes at once", () => {
    const request = requestOf({ rules: { stepMinutes: 0, durationMinutes: 0 } });
    expect(() => findSlots(request)).toThrow(InvalidInput);
    expect(code(() => findSlots(request))).toBe("INVALID_INPUT");
  });

  test("refuses a window above 62 days, and takes one of 62 with a change of clocks in it", () => {
    const window = (to: number) => ({
      ...requestOf(),
      window: { start: at("09-01 00:00"), end: to },
    });
    const day = 86_400_000;
    expect(code(() => findSlots(window(at("09-01 00:00") + 62 * day + day / 24)))).toBeNull();
    expect(() => findSlots(window(at("09-01 00:00") + 62 * day + day / 24 + 1))).toThrow(
      WindowTooLong,
    );
    expect(code(() => findSlots(window(at("09-01 00:00") + 63 * day)))).toBe("WINDOW_TOO_LONG");
    expect(
      code(() => findSlots({ ...window(at("09-01 00:00") + 90 * day), maximumWindowDays: 90 })),
    ).toBeNull();
  });

  test("finds nothing in an empty window", () => {
    expect(
      findSlots({ ...requestOf(), window: { start: at("02-01 09:00"), end: at("02-01 09:00") } }),
    ).toEqual([]);
  });
});
