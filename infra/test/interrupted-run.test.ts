import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { inRepository } from "../src/places.ts";

const vitest = inRepository("node_modules/.bin/vitest");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-interrupted-"));
  await chmod(folder, 0o711);
  onTestFinished(() => rm(folder, { recursive: true }));
});

function env(): NodeJS.ProcessEnv {
  const { TIDBOK_RUN_FOLDER: _, ...rest } = process.env;
  return { ...rest, TMPDIR: folder, TIDBOK_TEST_RUN: "interrupted" };
}

/** A run of Vitest in a process group of its own, as in a terminal, whose Postgres runs. */
async function startRun(): Promise<ChildProcess> {
  const run = spawn(vitest, ["run", "infra/test/databases.test.ts"], {
    cwd: inRepository("."),
    env: env(),
    stdio: "ignore",
    detached: true,
  });
  await eventually(() => programs().some((line) => line.includes("bin/postgres ")));
  return run;
}

/** The programs that run in the folder. */
function programs(): readonly string[] {
  const { stdout } = spawnSync("ps", ["-axww", "-o", "args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(folder));
}

test("Ctrl-C in a run of the tests ends its Postgres and removes its folder", async () => {
  const run = await startRun();
  process.kill(-(run.pid ?? 0), "SIGINT");
  await once(run, "exit");
  expect(programs()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test("what a killed run left is ended and removed by the next one", async () => {
  const run = await startRun();
  process.kill(-(run.pid ?? 0), "SIGKILL");
  await once(run, "exit");
  expect(programs()).not.toEqual([]);
  const { stdout } = spawnSync(vitest, ["run", "packages/domain/src/purpose.test.ts"], {
    cwd: inRepository("."),
    env: env(),
    encoding: "utf8",
  });
  expect(stdout).toContain("Removed what an interrupted run of the tests had left: ");
  expect(programs()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});
