import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCases } from "./run-cases.ts";

// The acceptance cases lie beside the repository, not in it; a published package has none.
const cases = fileURLToPath(
  new URL("../../../../../shared/acceptance/availability-cases.json", import.meta.url),
);
const acceptance = fileURLToPath(new URL("../../../tooling/src/acceptance.ts", import.meta.url));

const plain = {
  id: "X1",
  name: "nine to ten",
  now: "2027-01-01T00:00:00Z",
  query: { from: "2027-02-01T23:00:00Z", to: "2027-02-02T23:00:00Z" },
  event: { duration: 60 },
  hosts: [
    { id: "h1", tz: "Europe/Stockholm", weekly: [{ days: [2], start: "09:00", end: "10:00" }] },
  ],
  expected: ["2027-02-02T08:00:00Z"],
  count: 1,
};
const host = plain.hosts[0];
const failure = (value: unknown) => runCases([value])[0]?.failure;
const withEvent = (event: object) => failure({ ...plain, event: { ...plain.event, ...event } });
const withHost = (more: object) => failure({ ...plain, hosts: [{ ...host, ...more }] });

describe.runIf(existsSync(cases))("the acceptance cases", () => {
  test("all pass", () => {
    const results = runCases(JSON.parse(readFileSync(cases, "utf8")));
    expect(results.filter((result) => result.failure !== null)).toEqual([]);
    expect(results.length).toBeGreaterThan(30);
  });

  test.each(["UTC", "Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"])(
    "all pass on a machine in %s",
    (TZ) => {
      const run = spawnSync(process.execPath, [acceptance, "availability", cases], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      });
      expect(run.stdout).toMatch(/^\d+ passed, 0 failed$/m);
      expect(run.status).toBe(0);
    },
  );
});

describe("runCases", () => {
  test("passes a case whose starts are found, in whatever order they are listed", () => {
    expect(runCases({ cases: [plain] })).toEqual([
      { id: "X1", name: "nine to ten", failure: null },
    ]);
    expect(failure({ ...plain, expected: undefined })).toBeNull();
  });

  test("says what is missing and what was not expected", () => {
    expect(failure({ ...plain, expected: ["2027-02-02T09:00:00Z"] })).toBe(
      "1 starts expected, 1 found; missing: 2027-02-02T09:00:00Z; not expected: 2027-02-02T08:00:00Z",
    );
    expect(failure({ ...plain, expected: [] })).toMatch("0 starts expected, 1 found");
    expect(failure({ ...plain, expected: [...plain.expected, ...plain.expected] })).toMatch(
      "2 starts expected",
    );
    expect(failure({ ...plain, expected: undefined, count: 2 })).toBe("2 starts expected, 1 found");
  });

  test("fails a case with a field that it does not know, and says where", () => {
    expect(withEvent({ colour: "red" })).toBe("event has a field that is not known: colour");
    expect(withHost({ mood: 1 })).toBe("hosts[0] has a field that is not known: mood");
    expect(withHost({ weekly: [{ days: [1], start: "09:00", stop: "10:00" }] })).toBe(
      "hosts[0].weekly[0] has a field that is not known: stop",
    );
    expect(withHost({ timeZone: "UTC" })).toBe("hosts[0] says tz twice");
  });

  test("fails a case that lacks something or says it wrongly", () => {
    expect(failure(null)).toBe("case must be an object");
    expect(failure({ ...plain, now: "2027-01-01T00:00:00" })).toMatch("now must be an instant");
    expect(withEvent({ duration: "60" })).toBe("event.duration must be a number");
    expect(withEvent({ mode: "anarchy" })).toBe("event.mode must be collective or roundRobin");
    expect(withHost({ busy: {} })).toBe("hosts[0].busy must be a list");
    expect(withHost({ tz: "Europe/Atlantis" })).toMatch(
      "hosts.0.schedule.timeZone must be an IANA",
    );
    expect(withEvent({ step: 0 })).toMatch("rules.stepMinutes must be 1 at least (TOO_SMALL)");
    expect(withEvent({ horizon: { type: "lunar", days: 1 } })).toMatch(
      "event.horizon.type must be",
    );
    expect(failure({ ...plain, expected: undefined, count: undefined })).toMatch(
      "expected or count",
    );
  });

  test("answers nothing for a case without hosts", () => {
    expect(failure({ ...plain, hosts: [], expected: [] })).toBeNull();
  });

  test("understands the other ways to say a rule", () => {
    const booked = { start: "2027-02-01T08:00:00Z", end: "2027-02-01T09:00:00Z" };
    const full = (limits: object, rest: object = {}) =>
      failure({
        ...plain,
        event: { duration: 60, limits },
        hosts: [{ ...host, busy: [booked] }],
        ...rest,
      });
    for (const limits of [
      { perWeek: 1 },
      { week: 1 },
      { PER_WEEK: 1 },
      { perWeek: { bookings: 1 } },
      [{ per: "week", count: 1 }],
      { minutesPerWeek: 60 },
      { minutes: { week: 60 } },
    ]) {
      expect(full(limits), JSON.stringify(limits)).toMatch("1 starts expected, 0 found");
    }
    expect(withEvent({ durationLimits: { PER_DAY: 59 } })).toMatch("0 found");
    expect(withEvent({ limits: {}, perDay: 1 })).toBe("event.limits are said twice");
    expect(withHost({ busy: [booked], bookings: [], limit: { per: "week", max: 1 } })).toMatch(
      "0 found",
    );
    expect(withHost({ busy: [{ start: "2027-02-02", end: "2027-02-03" }] })).toMatch("0 found");
    expect(withHost({ busy: [{ start: "2027-02-01", end: "2027-02-02" }] })).toBeNull();
    expect(
      withHost({
        busy: [
          { ...booked, start: "2027-01-02T00:00:00Z", end: "2027-03-01T00:00:00Z", free: true },
        ],
      }),
    ).toBeNull();
    expect(withEvent({ horizon: { days: 5 } })).toMatch("0 found");
    expect(withEvent({ horizon: { type: "rolling", days: 5, business: true } })).toMatch("0 found");
    expect(
      withEvent({ horizon: { from: "2027-02-02T09:00:00Z", to: "2027-02-03T00:00:00Z" } }),
    ).toMatch("0 found");
    expect(full({ perDay: 1 })).toBeNull();
    expect(
      failure({
        ...plain,
        event: { duration: 60, limits: { perWeek: 1 } },
        bookings: [{ host: "h1", ...booked }],
      }),
    ).toMatch("0 found");
    expect(withHost({ busy: [booked], bookings: [], limits: { perMonth: 1 } })).toMatch("0 found");
    expect(withHost({ busy: [["2027-02-02T08:30:00Z", "2027-02-02T08:31:00Z"]] })).toMatch(
      "0 found",
    );
    expect(withHost({ outOfOffice: [{ from: "2027-02-02", to: "2027-02-02" }] })).toMatch(
      "0 found",
    );
    expect(withHost({ outOfOffice: ["2027-02-02"] })).toMatch("0 found");
    expect(
      withHost({ ooo: [{ start: "2027-02-02T08:00:00Z", end: "2027-02-02T08:10:00Z" }] }),
    ).toMatch("0 found");
    expect(withHost({ holidays: ["2027-02-02"] })).toMatch("0 found");
    expect(withEvent({ horizon: { type: "range", from: "2027-02-03", to: "2027-02-04" } })).toMatch(
      "0 found",
    );
    expect(withEvent({ horizon: { type: "businessDays", days: 5 } })).toMatch("0 found");
    expect(withEvent({ maxNotice: 60 })).toMatch("0 found");
    expect(
      failure({
        ...plain,
        event: { durations: [30, 60] },
        query: { ...plain.query, duration: 60 },
      }),
    ).toBeNull();
    const twice = [
      { date: "2027-02-02", windows: [["08:00", "09:00"]] },
      { date: "2027-02-02", windows: [{ start: "08:30", end: "10:00" }] },
    ];
    expect(withHost({ overrides: twice })).toMatch("1 starts expected, 2 found");
  });

  test("gives a booking of the meeting type its buffers, and a calendar's entry none", () => {
    const before = { start: "2027-02-02T07:00:00Z", end: "2027-02-02T07:50:00Z" };
    const event = { duration: 60, bufferAfter: 15 };
    const at = (more: object) => failure({ ...plain, event, hosts: [{ ...host, ...more }] });
    expect(at({ busy: [before] })).toBeNull();
    expect(at({ bookings: [before] })).toMatch("0 found");
    expect(at({ bookings: [{ ...before, bufferAfter: 10 }] })).toBeNull();
    expect(at({ busy: [{ ...before, bufferAfter: 11 }] })).toMatch("0 found");
  });

  test("reads groups said on the meeting type", () => {
    const away = [{ start: "2027-02-02T08:00:00Z", end: "2027-02-02T09:00:00Z" }];
    const hosts = [
      { ...host, id: "a" },
      { ...host, id: "b", busy: away },
    ];
    const grouped = (groups: unknown) =>
      failure({ ...plain, event: { duration: 60, mode: "roundRobin", groups }, hosts });
    expect(grouped([["a", "b"]])).toBeNull();
    expect(grouped([["a"], ["b"]])).toMatch("0 found");
    expect(grouped([{ hosts: ["a"] }, { name: "second", hosts: ["b"] }])).toMatch("0 found");
  });
});
