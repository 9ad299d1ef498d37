import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSteadily } from "./steadily.ts";

const steadily = createSteadily(100);
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await steadily(work).catch(() => undefined);
  return performance.now() - before;
}

test.each([
  ["at once", 0, 100],
  ["in time", 60, 100],
  ["too late", 120, 200],
])("answers work that is done %s at a whole step", async (_, took, step) => {
  const answered = await timed(() => sleep(took));
  expect(answered).toBeGreaterThanOrEqual(step - 2);
  expect(answered).toBeLessThan(step + 95);
});

test("fails as late as it answers, and with the same words", async () => {
  const failing = () => Promise.reject(new Error("no"));
  expect(await timed(failing)).toBeGreaterThanOrEqual(98);
  await expect(steadily(failing)).rejects.toThrow("no");
});
