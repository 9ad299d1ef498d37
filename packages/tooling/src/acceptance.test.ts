import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("acceptance.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tidbok-acceptance-"));
afterAll(() => rmSync(folder, { recursive: true }));

const passing = {
  id: "X1",
  name: "nothing open",
  now: "2027-01-01T00:00:00Z",
  query: { from: "2027-02-01T00:00:00Z", to: "2027-02-02T00:00:00Z" },
  event: { duration: 60 },
  hosts: [{ id: "h1", tz: "UTC", weekly: [] }],
  expected: [],
};

function run(...args: string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", cwd: folder, env });
}

function runFile(content: string) {
  writeFileSync(join(folder, "cases.json"), content);
  return run("availability", "cases.json");
}

describe("pnpm acceptance", () => {
  test("prints a line per case and closes with the counts", () => {
    const { stdout, status } = runFile(JSON.stringify({ cases: [passing] }));
    expect(stdout).toBe("passed X1 nothing open\n1 passed, 0 failed\n");
    expect(status).toBe(0);
  });

  test("exits with 1 when a case fails, and says why on its line", () => {
    const failing = { ...passing, id: "X2", expected: ["2027-02-01T08:00:00Z"] };
    const { stdout, status } = runFile(JSON.stringify({ cases: [passing, failing] }));
    expect(stdout.split("\n").slice(1)).toEqual([
      "failed X2 nothing open: 1 starts expected, 0 found; missing: 2027-02-01T08:00:00Z",
      "1 passed, 1 failed",
      "",
    ]);
    expect(status).toBe(1);
  });

  test.each([
    ["{", /^acceptance: cases\.json is not JSON: [^\n]+\n$/],
    ["{}", "acceptance: the file must have a list named cases\n"],
    ["null", "acceptance: the file must have a list named cases\n"],
    ['{"cases":[]}', "acceptance: the file has no cases\n"],
  ])("says in one line that %j is no file of cases", (content, line) => {
    const { stderr, status } = runFile(content);
    expect(stderr).toMatch(line);
    expect(status).toBe(2);
  });

  test("says in one line that there is no such file", () => {
    const { stderr, status } = run("availability", "nowhere.json");
    expect(stderr).toBe("acceptance: cannot read nowhere.json: ENOENT\n");
    expect(status).toBe(2);
  });

  test("says how it is used", () => {
    for (const args of [[], ["astrology", "cases.json"], ["availability"]]) {
      const { stderr, status } = run(...args);
      expect(stderr).toMatch(/^acceptance: usage: pnpm acceptance availability.* FILE\n$/);
      expect(status).toBe(2);
    }
  });
});
