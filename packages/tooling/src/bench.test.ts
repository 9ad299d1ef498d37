import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("bench.ts", import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });

describe("pnpm bench", () => {
  test("lists the benchmarks when none is named, or one that there is not", () => {
    expect(run().stderr).toMatch(/^bench: none named; there are: .*\bslots\b/);
    const { stderr, status } = run("dreams");
    expect(stderr).toMatch(/^bench: there is no dreams; there are: .*\bslots\b/);
    expect(status).toBe(2);
  });
});
