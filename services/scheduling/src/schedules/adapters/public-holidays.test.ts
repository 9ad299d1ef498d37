import { expect, test } from "vitest";
import { createPublicHolidays } from "./public-holidays.ts";

const holidays = createPublicHolidays();

test("holidays are those of the country and the year, moving feasts included", async () => {
  const sweden = await holidays.of("SE", 2027);
  const dates = sweden.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  expect(sweden).toContainEqual({ date: "2027-03-26", name: "långfredagen" });
  expect(dates).toContain("2027-12-25");
  expect((await holidays.of("SE", 2028)).map(({ date }) => date)).toContain("2028-04-14");
  // What banks keep and the country does not is no public holiday.
  expect((await holidays.of("JP", 2027)).map(({ date }) => date)).not.toContain("2027-01-03");
});

test("a year is worked out once", () => {
  expect(holidays.of("SE", 2027)).toBe(holidays.of("SE", 2027));
});

test("a country that is not known has no holidays", async () => {
  expect(await holidays.isKnown("SE")).toBe(true);
  expect(await holidays.isKnown("XX")).toBe(false);
  expect(await holidays.isKnown("toString")).toBe(false);
  expect(await holidays.of("XX", 2027)).toEqual([]);
});
