import { describe, expect, test } from "vitest";
import { dayNumber, dayOfWeek, startOfMonth, startOfWeek, minuteOfDay } from "./wall-time.ts";

describe("dayNumber", () => {
  test("counts days from 1970-01-01", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2027-02-02")).toBe(Date.UTC(2027, 1, 2) / 86_400_000);
    expect(dayNumber("2028-02-29") - dayNumber("2028-02-28")).toBe(1);
  });

  test.each([
    "2027-02-30",
    "2027-13-01",
    "2027-00-10",
    "2027-2-3",
    "0050-01-01",
    "",
    "2027-02-02T00:00:00Z",
    "x2027-02-02",
  ])("finds no date in %j", (text) => expect(dayNumber(text)).toBeNaN());
});

describe("dayOfWeek", () => {
  test("counts Monday as 1 and Sunday as 7", () => {
    const week = [
      "2027-02-01",
      "2027-02-02",
      "2027-02-03",
      "2027-02-04",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
    ];
    expect(week.map((date) => dayOfWeek(dayNumber(date)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(dayOfWeek(dayNumber("1969-12-28"))).toBe(7);
  });
});

describe("startOfWeek and startOfMonth", () => {
  test("find the Monday, the first of the month and of the next one", () => {
    for (const date of ["2027-02-01", "2027-02-04", "2027-02-07"]) {
      expect(startOfWeek(dayNumber(date))).toBe(dayNumber("2027-02-01"));
    }
    expect(startOfMonth(dayNumber("2027-12-31"))).toBe(dayNumber("2027-12-01"));
    expect(startOfMonth(dayNumber("2027-12-31"), 1)).toBe(dayNumber("2028-01-01"));
  });
});

describe("minuteOfDay", () => {
  test("counts minutes from midnight to the midnight that closes the day", () => {
    expect(["00:00", "09:05", "23:59", "24:00"].map(minuteOfDay)).toEqual([0, 545, 1_439, 1_440]);
  });

  test.each(["24:01", "25:00", "9:00", "09:60", "0900", "", "09:00:00", "-1:00", " 09:00"])(
    "finds no time in %j",
    (text) => expect(minuteOfDay(text)).toBeNaN(),
  );
});
