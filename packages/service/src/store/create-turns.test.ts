import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createTurns } from "./create-turns.ts";

test("who wants the same comes one after the other in the order of coming, and others at once", async () => {
  const turns = createTurns();
  const order: string[] = [];
  let running = 0;
  const work = (name: string) => async () => {
    running += name.startsWith("a") ? 1 : 0;
    expect(running).toBeLessThanOrEqual(1);
    await sleep(2);
    order.push(name);
    running -= name.startsWith("a") ? 1 : 0;
  };
  const first = [1, 2, 3, 4].map((n) => turns("a", work(`a${n}`)));
  await turns("b", work("b1"));
  expect(order).toEqual(expect.arrayContaining(["b1"]));
  expect(order.length).toBeLessThan(4);
  await Promise.all(first);
  expect(order.filter((name) => name.startsWith("a"))).toEqual(["a1", "a2", "a3", "a4"]);
});

test("who finds nobody there has not waited, and a failure lets the next one in", async () => {
  const turns = createTurns();
  const waits: boolean[] = [];
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      turns("a", async ({ hasWaited }) => {
        waits.push(hasWaited);
        await sleep(1);
        if (n === 1) throw new Error("first");
      }),
    ),
  );
  expect(waits).toEqual([false, true, true]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(await turns("a", async ({ hasWaited }) => hasWaited)).toBe(false);
});

test("so many are at work at once, and who waits too long is refused and out of the line", async () => {
  const turns = createTurns({ atOnce: 2, longestWaitMilliseconds: 20 });
  const slow = Promise.withResolvers<void>();
  const two = [1, 2].map(() => turns("a", () => slow.promise));
  await expect(turns("a", async () => "late")).rejects.toMatchObject({
    code: "TOO_BUSY",
  });
  slow.resolve();
  await Promise.all(two);
  expect(await turns("a", async () => "next")).toBe("next");
});

test("a caller that finds the line full is refused at once, and one that comes later is taken", async () => {
  const turns = createTurns({ waitingAtMost: 1 });
  const slow = Promise.withResolvers<void>();
  const first = turns("a", () => slow.promise);
  const second = turns("a", async () => "second");
  await expect(turns("a", async () => "third")).rejects.toMatchObject({
    code: "TOO_BUSY",
  });
  slow.resolve();
  await first;
  expect(await second).toBe("second");
  expect(await turns("a", async () => "fourth")).toBe("fourth");
});
