import { afterEach, expect, test, vi } from "vitest";
import { createFairQueue } from "./create-fair-queue.ts";
import { TooMuchToDo } from "./too-much-to-do.ts";
import type { Turn } from "./turn.ts";

afterEach(() => void vi.useRealTimers());

const patient = { slowAfterMs: 60_000, mostSlow: 100 };

/** Puts work of a flow into the queue; `begun` has the flows in the order in which their work began. */
function recorder(queue: ReturnType<typeof createFairQueue>) {
  const begun: { flow: string; turn: Turn }[] = [];
  const refused: string[] = [];
  const add = (flow: string, count = 1) => {
    for (let index = 0; index < count; index++) {
      queue.enter({ flow: flow.split(" ")[0] ?? flow, caller: flow }).then(
        (turn) => begun.push({ flow, turn }),
        (error: unknown) => {
          expect(error).toBeInstanceOf(TooMuchToDo);
          refused.push(flow);
        },
      );
    }
  };
  /** Ends what runs, one after the other, until all work is done; the flows in the order of their turns. */
  const drain = async (costOf: (flow: string) => number) => {
    for (let done = 0; ; done++) {
      await Promise.resolve().then(() => undefined);
      await new Promise(setImmediate);
      const next = begun[done];
      if (!next) return begun.map(({ flow }) => flow);
      next.turn.end(costOf(next.flow));
    }
  };
  return { add, drain, begun, refused };
}

test("a small flow has its turn soon, however long the line of another one is", async () => {
  const { add, drain } = recorder(createFairQueue({ atOnce: 1, longest: 100, ...patient }));
  add("large", 50);
  add("small", 2);
  const order = await drain(() => 100);
  expect(order.lastIndexOf("small")).toBeLessThan(10);
  expect(order).toHaveLength(52);
});

test("a flow of dear work has fewer turns than a flow of cheap work", async () => {
  const { add, drain } = recorder(createFairQueue({ atOnce: 1, longest: 100, ...patient }));
  add("dear", 20);
  add("cheap", 20);
  const order = await drain((flow) => (flow === "dear" ? 1_000 : 100));
  const half = order.slice(0, 20);
  expect(half.filter((flow) => flow === "cheap").length).toBeGreaterThan(15);
});

test("no more work runs at once than may, and no flow has more than half of it", async () => {
  const { add, begun } = recorder(createFairQueue({ atOnce: 4, longest: 100, ...patient }));
  add("a", 10);
  await new Promise(setImmediate);
  expect(begun).toHaveLength(2);
  add("b", 10);
  await new Promise(setImmediate);
  expect(begun.map(({ flow }) => flow)).toEqual(["a", "a", "b", "b"]);
});

test("a line that is full refuses the flow with the longest line and lets others in", async () => {
  const queue = createFairQueue({ atOnce: 1, longest: 10, ...patient });
  const { add, refused, drain } = recorder(queue);
  add("large", 15);
  await new Promise(setImmediate);
  expect(refused).toEqual(Array(4).fill("large"));
  expect(queue.isFull({ flow: "large", caller: "large" })).toBe(true);
  expect(queue.isFull({ flow: "small", caller: "small" })).toBe(false);
  add("small", 3);
  const order = await drain(() => 1);
  expect(refused).toEqual(Array(7).fill("large"));
  expect(order.filter((flow) => flow === "small")).toHaveLength(3);
});

test("work that hangs gives its place up, and its end changes nothing for others", async () => {
  const { add, begun } = recorder(
    createFairQueue({ atOnce: 1, longest: 10, slowAfterMs: 20, mostSlow: 10 }),
  );
  add("hangs");
  add("other", 2);
  await expect.poll(() => begun.length).toBe(3);
  begun[0]?.turn.end(1);
  add("third");
  await expect.poll(() => begun.length).toBe(4);
});

test("a flow whose work hangs without end stops itself alone", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { add, begun } = recorder(
    createFairQueue({ atOnce: 4, longest: 64, slowAfterMs: 50, mostSlow: 64 }),
  );
  add("hangs", 60);
  for (let round = 0; round < 60; round++) {
    vi.advanceTimersByTime(50);
    await new Promise(setImmediate);
  }
  expect(begun).toHaveLength(8);
  add("other", 2);
  await new Promise(setImmediate);
  expect(begun.slice(8).map(({ flow }) => flow)).toEqual(["other", "other"]);
  begun[0]?.turn.end(1);
  await new Promise(setImmediate);
  expect(begun.slice(10).map(({ flow }) => flow)).toEqual(["hangs"]);
});

test("a flow in debt that pauses still owes when it comes back, less what others were paid meanwhile", async () => {
  const { add, begun } = recorder(createFairQueue({ atOnce: 1, longest: 100, ...patient }));
  const end = async (cost: number) => {
    begun.at(-1)?.turn.end(cost);
    await new Promise(setImmediate);
  };
  add("dear");
  await new Promise(setImmediate);
  await end(1_000);
  add("cheap");
  await new Promise(setImmediate);
  add("dear");
  add("cheap", 20);
  for (let count = 0; count < 22; count++) await end(100);
  const order = begun.map(({ flow }) => flow);
  expect(order).toHaveLength(23);
  expect(order.lastIndexOf("dear")).toBeGreaterThan(6);
  expect(order.lastIndexOf("dear")).toBeLessThan(20);
});

test("the callers of one flow take turns, and the one with the most waiting work is refused", async () => {
  const { add, drain, refused } = recorder(createFairQueue({ atOnce: 1, longest: 10, ...patient }));
  add("team script", 11);
  add("team kim", 2);
  await new Promise(setImmediate);
  expect(refused).toEqual(["team script", "team script"]);
  const order = await drain(() => 1);
  expect(order.filter((caller) => caller === "team kim")).toHaveLength(2);
  expect(order.lastIndexOf("team kim")).toBeLessThan(6);
});
