import { expect, test } from "vitest";
import { instantOf } from "./instant-of.ts";

const stockholm = "Europe/Stockholm";

test("a wall time is of its own zone, else of the file's", () => {
  const wall = Date.UTC(2027, 0, 4, 9);
  expect(instantOf({ wall, timeZone: null }, stockholm)).toEqual({
    instant: Date.UTC(2027, 0, 4, 8),
  });
  expect(instantOf({ wall, timeZone: "UTC" }, stockholm)).toEqual({ instant: wall });
});

test.each([-60_767_798_400_000, Date.UTC(1969, 11, 31), Date.UTC(2200, 0), Date.UTC(9999, 11, 31)])(
  "a zone is not asked about the wall time %d, which no booking may have",
  (wall) => {
    expect(instantOf({ wall, timeZone: null }, stockholm)).toEqual({ code: "OUT_OF_RANGE" });
  },
);
