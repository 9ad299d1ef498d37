import { describe, expect, test } from "vitest";
import { busy, open, starts } from "./support/request-of.ts";

// New York is six hours behind Stockholm; the trip is Tuesday and Wednesday.
const trip = { from: "2027-02-02", to: "2027-02-03", timeZone: "America/New_York" };
const schedule = { ...open("09:00", "10:00"), travel: [trip] };
const span = { from: "02-01 00:00", to: "02-05 00:00" };
const ofType = { countsFor: "MEETING_TYPE" } as const;

describe("travel", () => {
  test("moves the hours of its dates to the place, and of no other date", () => {
    expect(starts({ host: { schedule }, ...span })).toEqual([
      "02-01 09:00",
      "02-02 15:00",
      "02-03 15:00",
      "02-04 09:00",
    ]);
  });

  test("takes overrides and days off with it", () => {
    const overrides = [{ date: "2027-02-03", windows: [{ start: "20:00", end: "21:00" }] }];
    const outOfOffice = [{ from: "2027-02-02", to: "2027-02-02" }];
    expect(
      starts({ host: { schedule: { ...schedule, overrides }, outOfOffice }, ...span }),
    ).toEqual(["02-01 09:00", "02-04 02:00", "02-04 09:00"]);
  });

  test("counts limits by the days of the place", () => {
    const rules = { limits: { perDay: { bookings: 1 } } };
    const host = (start: string, end: string) => ({ schedule, busy: [busy(start, end, ofType)] });
    // 23:00 on Tuesday in New York.
    expect(starts({ rules, host: host("02-03 05:00", "02-03 06:00"), ...span })).toEqual([
      "02-01 09:00",
      "02-03 15:00",
      "02-04 09:00",
    ]);
    // Monday is long: it ends with Tuesday's midnight in New York.
    expect(starts({ rules, host: host("02-02 05:00", "02-02 06:00"), ...span })[0]).toBe(
      "02-02 15:00",
    );
    // Wednesday is short: it ends with Thursday's midnight in Stockholm.
    expect(starts({ rules, host: host("02-04 00:00", "02-04 01:00"), ...span }).at(-1)).toBe(
      "02-03 15:00",
    );
  });

  test("rolls the horizon by the days of the place", () => {
    const rules = { horizon: { type: "ROLLING", days: 0 } } as const;
    expect(starts({ rules, host: { schedule }, ...span, now: "02-03 05:00" })).toEqual([]);
    expect(starts({ rules, host: { schedule }, ...span, now: "02-03 06:00" })).toEqual([
      "02-03 15:00",
    ]);
  });
});
