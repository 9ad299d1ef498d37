import { expect, test } from "vitest";
import { closeAtMidnight, minutesOf, wallTimeOf } from "./schedule.ts";

test.each([
  ["00:00", 0],
  ["09:05", 545],
  ["23:59", 1439],
  ["24:00", 1440],
])("%s is %i minutes, there and back", (wallTime, minutes) => {
  expect(minutesOf(wallTime)).toBe(minutes);
  expect(wallTimeOf(minutes)).toBe(wallTime);
});

test("the midnight that ends a window is written as the end of its day", () => {
  expect(closeAtMidnight({ start: "22:00", end: "00:00" })).toEqual({
    start: "22:00",
    end: "24:00",
  });
  expect(closeAtMidnight({ start: "00:00", end: "08:00" })).toEqual({
    start: "00:00",
    end: "08:00",
  });
});
