import { expect, test } from "vitest";
import { createBell } from "./start-relay.ts";

const never = new AbortController().signal;

async function duration(wait: Promise<void>): Promise<number> {
  const start = performance.now();
  await wait;
  return performance.now() - start;
}

test("a ring ends the wait", async () => {
  const bell = createBell();
  setTimeout(bell.ring, 10);
  expect(await duration(bell.wait(5_000, never))).toBeLessThan(1_000);
});

test("a ring that came before the wait ends it at once, and only one", async () => {
  const bell = createBell();
  bell.ring();
  expect(await duration(bell.wait(5_000, never))).toBeLessThan(1_000);
  expect(await duration(bell.wait(50, never))).toBeGreaterThan(40);
});

test("an abort ends the wait", async () => {
  const bell = createBell();
  expect(await duration(bell.wait(5_000, AbortSignal.timeout(10)))).toBeLessThan(1_000);
  expect(await duration(bell.wait(5_000, AbortSignal.abort()))).toBeLessThan(1_000);
});
