import { expect, test } from "vitest";
import { createLogger } from "../create-logger.ts";
import { inBackground } from "./in-background.ts";

const log = createLogger("test", { level: "silent" });

/** Work whose rounds the test lets end one by one. */
function stepwise() {
  const rounds: PromiseWithResolvers<boolean>[] = [];
  const waiting: (() => void)[] = [];
  return {
    work: () => {
      const round = Promise.withResolvers<boolean>();
      rounds.push(round);
      waiting.shift()?.();
      return round.promise;
    },
    begun: () => rounds.length,
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
    end: (index: number, wasThereWork: boolean) => rounds[index]?.resolve(wasThereWork),
    fail: (index: number) => rounds[index]?.reject(new Error("no database")),
  };
}

test("as long as there is work the next round begins at once", async () => {
  const steps = stepwise();
  const background = inBackground({ everyMilliseconds: 3_600_000, log, work: steps.work });
  background.start();
  for (let round = 0; round < 3; round++) {
    const next = steps.next();
    steps.end(round, true);
    await next;
  }
  steps.end(3, false);
  await background.stop();
  expect(steps.begun()).toBe(4);
});

test("without work it waits, and an order to stop ends the waiting", async () => {
  const steps = stepwise();
  const background = inBackground({ everyMilliseconds: 3_600_000, log, work: steps.work });
  background.start();
  steps.end(0, false);
  await background.stop();
  expect(steps.begun()).toBe(1);
});

test("an order to stop waits for the round that is under way", async () => {
  const steps = stepwise();
  const background = inBackground({ everyMilliseconds: 1, log, work: steps.work });
  background.start();
  let hasStopped = false;
  const stopped = background.stop().then(() => (hasStopped = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(hasStopped).toBe(false);
  steps.end(0, true);
  await stopped;
  expect(steps.begun()).toBe(1);
});

test("a failure is no end", async () => {
  const steps = stepwise();
  const background = inBackground({ everyMilliseconds: 1, log, work: steps.work });
  background.start();
  const next = steps.next();
  steps.fail(0);
  await next;
  steps.end(1, false);
  await background.stop();
  expect(steps.begun()).toBeGreaterThanOrEqual(2);
});

test("what was never started stops at once", async () => {
  await inBackground({ everyMilliseconds: 1, log, work: async () => true }).stop();
});
