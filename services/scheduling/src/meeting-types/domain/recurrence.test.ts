import { expect, test } from "vitest";
import { startsOf, type Recurrence } from "./recurrence.ts";

const from = (first: string, recurrence: Partial<Recurrence>) =>
  startsOf(Date.parse(first), {
    frequency: "WEEKLY",
    interval: 1,
    count: 3,
    timeZone: "Europe/Stockholm",
    ...recurrence,
  }).map((start) => new Date(start).toISOString().replace(".000Z", "Z"));

test("the wall time is kept when the clocks change, in Stockholm on 28 March and in New York on 14 March 2027", () => {
  expect(from("2027-03-22T08:00:00Z", {})).toEqual([
    "2027-03-22T08:00:00Z",
    "2027-03-29T07:00:00Z",
    "2027-04-05T07:00:00Z",
  ]);
  expect(from("2027-03-10T14:00:00Z", { timeZone: "America/New_York" })).toEqual([
    "2027-03-10T14:00:00Z",
    "2027-03-17T13:00:00Z",
    "2027-03-24T13:00:00Z",
  ]);
  // The same starts counted by another zone stay where they are until that one's clocks change.
  expect(from("2027-03-10T14:00:00Z", {})).toEqual([
    "2027-03-10T14:00:00Z",
    "2027-03-17T14:00:00Z",
    "2027-03-24T14:00:00Z",
  ]);
});

test("and in autumn, in Stockholm on 31 October and in New York on 7 November 2027", () => {
  expect(from("2027-10-25T07:00:00Z", { count: 2 })).toEqual([
    "2027-10-25T07:00:00Z",
    "2027-11-01T08:00:00Z",
  ]);
  expect(from("2027-11-01T13:00:00Z", { count: 2, timeZone: "America/New_York" })).toEqual([
    "2027-11-01T13:00:00Z",
    "2027-11-08T14:00:00Z",
  ]);
});

test("a wall time that the clocks skip falls after the gap, and later ones where they belong", () => {
  // 02:30 in Stockholm is not on 28 March 2027.
  expect(from("2027-03-27T01:30:00Z", { frequency: "DAILY" })).toEqual([
    "2027-03-27T01:30:00Z",
    "2027-03-28T01:30:00Z",
    "2027-03-29T00:30:00Z",
  ]);
});

test("a wall time that comes twice is the first, but where the series begins with the second", () => {
  const daily = { frequency: "DAILY" } as const;
  expect(from("2027-10-30T00:30:00Z", daily)).toEqual([
    "2027-10-30T00:30:00Z",
    "2027-10-31T00:30:00Z",
    "2027-11-01T01:30:00Z",
  ]);
  expect(from("2027-10-31T01:30:00Z", daily)).toEqual([
    "2027-10-31T01:30:00Z",
    "2027-11-01T01:30:00Z",
    "2027-11-02T01:30:00Z",
  ]);
});

test("a month without the day is left out and not counted", () => {
  const monthly = { frequency: "MONTHLY", count: 4, timeZone: "UTC" } as const;
  expect(from("2027-01-31T09:00:00Z", monthly)).toEqual([
    "2027-01-31T09:00:00Z",
    "2027-03-31T09:00:00Z",
    "2027-05-31T09:00:00Z",
    "2027-07-31T09:00:00Z",
  ]);
  // By the zone's calendar: in Auckland this is the first of the month.
  expect(
    from("2027-01-31T20:00:00Z", { ...monthly, count: 2, timeZone: "Pacific/Auckland" }),
  ).toEqual(["2027-01-31T20:00:00Z", "2027-02-28T20:00:00Z"]);
  const leap = from("2028-02-29T09:00:00Z", { ...monthly, interval: 12, count: 3 });
  expect(leap.map((start) => start.slice(0, 4))).toEqual(["2028", "2032", "2036"]);
});

test("every second week is every second week", () => {
  expect(from("2027-02-02T08:00:00Z", { interval: 2 })).toEqual([
    "2027-02-02T08:00:00Z",
    "2027-02-16T08:00:00Z",
    "2027-03-02T08:00:00Z",
  ]);
});
