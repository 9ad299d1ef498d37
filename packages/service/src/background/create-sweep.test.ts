import { expect, test } from "vitest";
import { createLogger } from "../create-logger.ts";
import { createOutageCheck } from "../store/create-outage-check.ts";
import { createSweep, type DueQuery } from "./create-sweep.ts";

const log = createLogger("test", { level: "silent" });
const minute = 60_000;
// No database is asked, so each time limit is the row's own.
const isOutage = createOutageCheck([]);

/** A sweep over numbered rows, some of which cannot be settled. */
function sweepOver(
  ids: readonly string[],
  isBroken: (id: string) => boolean,
  failure = new Error("broken"),
) {
  const left = new Set(ids);
  const attempts: string[] = [];
  const sweep = createSweep({
    name: "test",
    findDue: async (_: unknown, { but, limit }: DueQuery) =>
      [...left].filter((id) => !but.includes(id)).slice(0, limit),
    processRow: async (_, id) => {
      attempts.push(id);
      if (isBroken(id)) throw failure;
      return left.delete(id);
    },
  });
  return { left, attempts, round: (now: number) => sweep({ now, log }, isOutage) };
}

const hundred = Array.from({ length: 100 }, (_, i) => `row-${i}`);

test("rows that fail hold up no other, be they more than a batch and the first in line", async () => {
  const broken = new Set(hundred.slice(0, 30));
  const { left, attempts, round } = sweepOver(hundred, (id) => broken.has(id));
  while (await round(0));
  expect([...left]).toEqual([...broken]);
  expect(attempts).toHaveLength(100);
});

test("a row that always takes longer than a statement may rests like any other that fails, and those behind it are done", async () => {
  const timeout = Object.assign(new Error("canceling statement due to statement timeout"), {
    code: "57014",
  });
  const { left, round } = sweepOver(hundred, (id) => id === "row-0", timeout);
  while (await round(0));
  expect([...left]).toEqual(["row-0"]);
});

test("a row that fails rests for a minute, then for two, and an hour at most, and is done once it can be", async () => {
  let isBroken = true;
  const { left, attempts, round } = sweepOver(["row"], () => isBroken);
  const after: number[] = [];
  for (let now = 0; now < 400 * minute; now += minute) {
    const before = attempts.length;
    await round(now);
    if (attempts.length > before) after.push(now / minute);
  }
  expect(after).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 303, 363]);
  isBroken = false;
  await round(500 * minute);
  expect(left.size).toBe(0);
  expect(await round(500 * minute)).toBe(false);
});

test("a database that is away is thrown, and no row rests for it", async () => {
  const gone = Object.assign(new Error("connection refused"), { code: "ECONNREFUSED" });
  let isAway = true;
  const settled: string[] = [];
  const sweep = createSweep({
    name: "test",
    findDue: async (_: unknown, { but }: DueQuery) =>
      ["one"].filter((id) => !but.includes(id) && !settled.includes(id)),
    processRow: async (_, id) => {
      if (isAway) throw gone;
      return settled.push(id) > 0;
    },
  });
  await expect(sweep({ now: 0, log }, isOutage)).rejects.toBe(gone);
  isAway = false;
  expect(await sweep({ now: 1, log }, isOutage)).toBe(true);
  expect(settled).toEqual(["one"]);
});

test("the log line of a row that failed says which sweep it was", async () => {
  const lines: string[] = [];
  const written = createLogger("test", { destination: { write: (line) => void lines.push(line) } });
  const sweep = createSweep({
    name: "close accounts",
    findDue: async () => ["row"],
    processRow: async () => {
      throw new Error("broken");
    },
  });
  await sweep({ now: 0, log: written }, isOutage);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    operation: "close accounts",
    id: "row",
    attempts: 1,
  });
});

test("the log line of a sweep that breaks off says which one it was", async () => {
  const lines: string[] = [];
  const written = createLogger("test", { destination: { write: (line) => void lines.push(line) } });
  const sweep = createSweep({
    name: "close accounts",
    findDue: async () => {
      throw new Error("the database is away");
    },
    processRow: async () => true,
  });
  await expect(sweep({ now: 0, log: written }, isOutage)).rejects.toThrow("the database is away");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "warn", operation: "close accounts" });
});
