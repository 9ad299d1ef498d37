import { expect, test } from "vitest";
import { gapDelay, mostAttempts, retryDelay } from "./redelivery.ts";

test("the waits between attempts grow from a second to ten minutes", () => {
  const waits = Array.from(
    { length: mostAttempts - 1 },
    (_, index) => retryDelay(index + 1) / 1000,
  );
  expect(waits).toEqual([1, 5, 30, 60, 120, 300, 600]);
  expect(retryDelay(50)).toBe(600_000);
});

test("an early event looks again soon, then less and less often", () => {
  expect([1, 2, 3, 20].map(gapDelay)).toEqual([250, 500, 1000, 4_000]);
});
