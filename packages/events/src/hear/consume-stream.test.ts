import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createKeyedQueue } from "./consume-stream.ts";

test("tasks of one key run in the order they came, those of others beside them", async () => {
  const queue = createKeyedQueue(10);
  const log: string[] = [];
  const task = (name: string, milliseconds: number) => async () => {
    await sleep(milliseconds);
    log.push(name);
  };
  queue.add("a", task("a1", 30));
  queue.add("a", task("a2", 0));
  queue.add("b", task("b1", 5));
  await queue.finished();
  expect(log).toEqual(["b1", "a1", "a2"]);
});

test("there is room again when a task is done", async () => {
  const queue = createKeyedQueue(2);
  expect(await queue.room()).toBe(2);
  const done = Promise.withResolvers<void>();
  queue.add("a", () => done.promise);
  expect(await queue.room()).toBe(1);
  queue.add("b", () => done.promise);
  const room = queue.room();
  expect(await Promise.race([room, sleep(20, "none")])).toBe("none");
  done.resolve();
  expect(await room).toBeGreaterThan(0);
});
