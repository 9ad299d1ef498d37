import { describe, expect, test } from "vitest";
import { days, open, starts } from "./support/request-of.ts";

describe("horizon", () => {
  const rolling = (n: number) => ({ horizon: { type: "ROLLING", days: n } }) as const;
  const business = (n: number) => ({ horizon: { type: "BUSINESS_DAYS", days: n } }) as const;

  test("rolls: today and so many days more, on the host's calendar", () => {
    expect(days({ rules: rolling(0), now: "02-02 00:00" })).toEqual(["02-02"]);
    expect(days({ rules: rolling(2), now: "02-02 23:59" })).toEqual(["02-03", "02-04"]);
    // Already the 3rd in Auckland.
    const schedule = open("09:00", "10:00", "Pacific/Auckland");
    expect(starts({ rules: rolling(1), now: "02-02 12:30", host: { schedule } })).toEqual([
      "02-02 21:00",
      "02-03 21:00",
    ]);
  });

  test("counts business days from tomorrow, over the weekend", () => {
    const span = { from: "02-05 00:00", to: "02-12 00:00" };
    expect(days({ rules: business(1), now: "02-05 08:00", ...span })).toEqual([
      "02-05",
      "02-06",
      "02-07",
      "02-08",
    ]);
    expect(days({ rules: business(2), now: "02-06 08:00", ...span }).at(-1)).toBe("02-09");
    expect(days({ rules: business(0), now: "02-05 08:00", ...span })).toEqual(["02-05"]);
  });

  test("counts no holiday of the host as a business day", () => {
    const span = { from: "02-05 00:00", to: "02-12 00:00", now: "02-05 08:00" };
    expect(days({ rules: business(1), host: { holidays: ["2027-02-08"] }, ...span }).at(-1)).toBe(
      "02-09",
    );
  });

  test("of fixed dates holds both of them whole", () => {
    const horizon = { type: "FIXED", from: "2027-02-02", to: "2027-02-03" } as const;
    expect(days({ rules: { horizon } })).toEqual(["02-02", "02-03"]);
    const schedule = open("23:00", "24:00");
    expect(starts({ rules: { horizon }, host: { schedule } })).toEqual([
      "02-02 23:00",
      "02-03 23:00",
    ]);
  });

  test("asks where a meeting starts, not where it ends", () => {
    const schedule = open("23:30", "00:30");
    expect(starts({ rules: rolling(0), now: "02-02 12:00", host: { schedule } })).toEqual([
      "02-02 23:30",
    ]);
  });
});

describe("notice", () => {
  test("is elapsed time, least and most, and exactly so much is allowed", () => {
    const rules = { noticeMinutes: 60, maximumNoticeMinutes: 24 * 60 };
    expect(starts({ rules, now: "02-01 10:00" })).toEqual([
      "02-01 11:00",
      "02-02 09:00",
      "02-02 10:00",
    ]);
    expect(starts({ rules, now: "02-01 10:01" })).toEqual(["02-02 09:00", "02-02 10:00"]);
  });

  test("left out lets a meeting start now", () => {
    expect(starts({ now: "02-07 10:00" })).toEqual(["02-07 10:00", "02-07 11:00"]);
  });
});
