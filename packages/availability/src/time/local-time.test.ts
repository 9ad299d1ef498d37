import { describe, expect, test } from "vitest";
import { minuteOfDay } from "./local-time.ts";

describe("minuteOfDay", () => {
  test("counts minutes from midnight to the midnight that closes the day", () => {
    expect(["00:00", "09:05", "23:59", "24:00"].map(minuteOfDay)).toEqual([0, 545, 1_439, 1_440]);
  });

  test.each(["24:01", "25:00", "9:00", "09:60", "0900", "", "09:00:00", "-1:00", " 09:00"])(
    "finds no time in %j",
    (text) => expect(minuteOfDay(text)).toBeNaN(),
  );
});
