import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createChains } from "./create-chains.ts";

test("tasks of one key run in the order they came, those of others beside them", async () => {
  const chains = createChains(10);
  const log: string[] = [];
  const task = (name: string, milliseconds: number) => async () => {
    await sleep(milliseconds);
    log.push(name);
  };
  chains.add("a", task("a1", 30));
  chains.add("a", task("a2", 0));
  chains.add("b", task("b1", 5));
  await chains.finished();
  expect(log).toEqual(["b1", "a1", "a2"]);
});

test("there is room again when a task is done", async () => {
  const chains = createChains(2);
  expect(await chains.room()).toBe(2);
  const done = Promise.withResolvers<void>();
  chains.add("a", () => done.promise);
  expect(await chains.room()).toBe(1);
  chains.add("b", () => done.promise);
  const room = chains.room();
  expect(await Promise.race([room, sleep(20, "none")])).toBe("none");
  done.resolve();
  expect(await room).toBeGreaterThan(0);
});
