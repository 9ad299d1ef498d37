import { describe, expect, test } from "vitest";
import { at, busy, days, open, requestOf, starts } from "./support/request-of.ts";
import { findSlots } from "../src/index.ts";

describe("out of office", () => {
  test("closes both dates and those between", () => {
    const outOfOffice = [{ from: "2027-02-02", to: "2027-02-05" }];
    expect(days({ host: { outOfOffice } })).toEqual(["02-01", "02-06", "02-07"]);
  });

  test("runs from the first midnight to the last, and needs no buffer", () => {
    const schedule = open("22:00", "02:00");
    const outOfOffice = [{ from: "2027-02-02", to: "2027-02-02" }];
    const span = { from: "02-01 20:00", to: "02-03 12:00" };
    const rules = { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 };
    expect(starts({ rules, host: { schedule, outOfOffice }, ...span })).toEqual([
      "02-01 22:00",
      "02-01 23:00",
      "02-03 00:00",
      "02-03 01:00",
    ]);
  });

  test("closes dates of the host's own calendar", () => {
    const schedule = open("08:00", "10:00", "Pacific/Auckland");
    const outOfOffice = [{ from: "2027-02-02", to: "2027-02-02" }];
    expect(days({ host: { schedule, outOfOffice }, to: "02-04 00:00" })).toEqual([
      "02-02",
      "02-03",
    ]);
  });

  test("wins over an override that opens the date", () => {
    const schedule = {
      ...open("09:00", "12:00"),
      overrides: [{ date: "2027-02-02", windows: [{ start: "13:00", end: "15:00" }] }],
    };
    const outOfOffice = [{ from: "2027-02-02", to: "2027-02-02" }];
    expect(days({ host: { schedule, outOfOffice }, to: "02-03 00:00" })).toEqual(["02-01"]);
  });
});

describe("a holiday", () => {
  test("has no weekly hours", () => {
    expect(days({ host: { holidays: ["2027-02-03"] }, to: "02-05 00:00" })).toEqual([
      "02-01",
      "02-02",
      "02-04",
    ]);
  });

  test("is opened by an override", () => {
    const schedule = {
      ...open("09:00", "12:00"),
      overrides: [{ date: "2027-02-03", windows: [{ start: "10:00", end: "11:00" }] }],
    };
    const holidays = ["2027-02-03"];
    expect(
      starts({ host: { schedule, holidays }, from: "02-03 00:00", to: "02-04 00:00" }),
    ).toEqual(["02-03 10:00"]);
  });
});

describe("the grid", () => {
  test("runs on over midnight where windows touch", () => {
    const schedule = {
      timeZone: "Europe/Stockholm",
      weekly: [
        { days: [5], start: "22:00", end: "24:00" },
        { days: [6], start: "00:00", end: "02:00" },
      ],
    };
    expect(starts({ rules: { durationMinutes: 45 }, host: { schedule } })).toEqual([
      "02-05 22:00",
      "02-05 22:45",
      "02-05 23:30",
      "02-06 00:15",
      "02-06 01:00",
    ]);
  });

  test("begins where a chain of days began, however long ago", () => {
    const schedule = {
      timeZone: "Europe/Stockholm",
      weekly: [{ days: [1, 2, 3, 4, 5, 6], start: "00:00", end: "24:00" }],
    };
    const rules = { durationMinutes: 50 };
    // Monday 00:00 and 144 steps of 50 minutes: 5 days.
    const sixth = { host: { schedule }, rules, from: "02-06 00:00", to: "02-06 02:00" };
    expect(starts(sixth)).toEqual(["02-06 00:00", "02-06 00:50", "02-06 01:40"]);
    const second = { host: { schedule }, rules, from: "02-02 00:00", to: "02-02 02:00" };
    expect(starts(second)).toEqual(["02-02 00:10", "02-02 01:00", "02-02 01:50"]);
  });

  test("of a host who is open around the clock begins anew at each midnight", () => {
    const schedule = open("00:00", "24:00");
    const rules = { durationMinutes: 50 };
    const found = starts({ host: { schedule }, rules, from: "02-02 22:00", to: "02-03 01:00" });
    expect(found).toEqual(["02-02 22:30", "02-02 23:20", "02-03 00:00", "02-03 00:50"]);
  });

  test("begins anew at midnight only after a week without a break", () => {
    const schedule = {
      ...open("00:00", "24:00"),
      overrides: [{ date: "2027-02-01", windows: [] }],
    };
    const grid = (from: string, to: string) =>
      starts({ host: { schedule }, rules: { durationMinutes: 50 }, from, to });
    // Open since 02-02 00:00; 23:20 + 50 minutes, and so on, until a week has gone.
    expect(grid("02-03 00:00", "02-03 01:00")).toEqual(["02-03 00:10"]);
    expect(grid("02-08 00:00", "02-08 01:00")).toEqual(["02-08 00:10"]);
    expect(grid("02-08 23:00", "02-09 01:00")).toEqual([
      "02-08 23:30",
      "02-09 00:00",
      "02-09 00:50",
    ]);
  });

  test("may be finer or coarser than the meeting is long", () => {
    const day = { from: "02-01 00:00", to: "02-02 00:00" };
    expect(starts({ rules: { stepMinutes: 30 }, ...day }).length).toBe(5);
    expect(starts({ rules: { durationMinutes: 30, stepMinutes: 60 }, ...day })).toEqual([
      "02-01 09:00",
      "02-01 10:00",
      "02-01 11:00",
    ]);
  });
});

describe("busy time", () => {
  test("adds its own buffers to those of the meeting", () => {
    const rules = {
      durationMinutes: 30,
      stepMinutes: 5,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 5,
    };
    const other = busy("02-01 10:00", "02-01 10:30", {
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 15,
    });
    const found = starts({ rules, host: { busy: [other] }, to: "02-02 00:00" });
    // 10:00 − 10 − 5 − 30 = 09:15 is the last before; 10:30 + 15 + 10 = 10:55 the first after.
    expect(found.slice(0, 5)).toEqual([
      "02-01 09:00",
      "02-01 09:05",
      "02-01 09:10",
      "02-01 09:15",
      "02-01 10:55",
    ]);
  });

  test("without length blocks nothing", () => {
    expect(starts({ host: { busy: [busy("02-01 09:30", "02-01 09:30")] } })).toContain(
      "02-01 09:00",
    );
  });

  test("to the millisecond: a meeting may touch it and may not overlap it", () => {
    const touching = { start: at("02-01 10:00"), end: at("02-01 11:00") };
    const ends = (end: number) =>
      starts({ host: { busy: [{ ...touching, end }] }, to: "02-02 00:00" });
    expect(ends(touching.end)).toEqual(["02-01 09:00", "02-01 11:00"]);
    expect(ends(touching.end + 1)).toEqual(["02-01 09:00"]);
    const begins = (start: number) =>
      starts({ host: { busy: [{ ...touching, start }] }, to: "02-02 00:00" });
    expect(begins(touching.start - 1)).toEqual(["02-01 11:00"]);
  });
});

describe("several durations", () => {
  const rules = { durationMinutes: 60, durationsMinutes: [30, 60, 90], stepMinutes: 30 };

  test("answer for the one that is asked for, and unasked for the first", () => {
    const ask = (durationMinutes?: number) =>
      findSlots(
        requestOf({
          rules,
          to: "02-02 00:00",
          ...(durationMinutes !== undefined && { durationMinutes }),
        }),
      );
    expect([ask(30), ask(60), ask(90), ask()].map((slots) => slots.length)).toEqual([6, 5, 4, 5]);
    expect(ask(90).every((slot) => slot.end - slot.start === 90 * 60_000)).toBe(true);
  });
});
