import { expect, test } from "vitest";
import { dayOf, iso, range, toDate, toDay, toInstant } from "./instants.ts";

const noon = Date.UTC(2026, 6, 1, 12);

test("an instant that the database gives back is the one that it was given", () => {
  expect(toInstant(toDate(noon))).toBe(noon);
  expect([toDate(null), toInstant(null), iso(null)]).toEqual([null, null, null]);
});

test("a statement is told instants in UTC", () => {
  expect(iso(noon)).toBe("2026-07-01T12:00:00.000Z");
});

test("a range holds its start and not its end", () => {
  const during = { start: noon, end: noon + 60_000 };
  expect(range(during)).toBe("[2026-07-01T12:00:00.000Z,2026-07-01T12:01:00.000Z)");
});

test("a calendar day is the same day in every zone of the process", () => {
  expect(dayOf(toDay("2026-07-01"))).toBe("2026-07-01");
  expect([toDay(null), dayOf(null)]).toEqual([null, null]);
});
