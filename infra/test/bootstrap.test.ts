import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { assertMachine, assertSpace } from "../bootstrap/assert-machine.mjs";
import { dropPostgresVariables } from "../bootstrap/drop-postgres-variables.mjs";
import { inRepository } from "../src/places.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-bootstrap-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** What `npm start` says in a bare clone: only its first programs are there. */
async function start(options: SpawnSyncOptions = {}, clone = "clone") {
  const root = join(folder, clone);
  await mkdir(root);
  for (const part of ["bootstrap", "bootstrap.mjs"]) {
    await cp(inRepository(`infra/${part}`), join(root, "infra", part), { recursive: true });
  }
  await writeFile(join(root, "pnpm-lock.yaml"), "");
  const { stderr, stdout } = spawnSync(process.execPath, ["infra/bootstrap.mjs", "start"], {
    cwd: root,
    env: {},
    ...options,
    encoding: "utf8",
  });
  return { stderr, stdout };
}

test("nats-server is looked for before anything is installed", async () => {
  const { stderr, stdout } = await start({ env: { NATS_SERVER: "/nowhere" } });
  expect(stderr).toMatch(/^\n✗ NATS_SERVER=\/nowhere does not run: [^\n]*\n$/);
  expect(stdout).toBe("");
});

test("a temporary folder that is missing is one line", async () => {
  const { stderr } = await start({ env: { TMPDIR: "/nowhere" } });
  expect(stderr).toMatch(/^\n✗ The temporary folder \/nowhere [^\n]*TMPDIR[^\n]*\n$/);
});

test("a clone in a folder with a colon is one line", async () => {
  const { stderr } = await start({}, "a:b");
  expect(stderr).toMatch(/^\n✗ The clone is in [^\n]*a:b[^\n]*colon[^\n]*\n$/);
});

test.runIf(process.getuid?.() === 0)("a user without a name is one line", async () => {
  const { stderr } = await start({ uid: 54_321, gid: 54_321, env: { TMPDIR: "/tmp" } });
  expect(stderr).toMatch(/^\n✗ The user with the number 54321 has no name [^\n]*\n$/);
});

test("Windows without WSL and an old Node are one line that says what to install", () => {
  expect(() => assertMachine({ platform: "win32" })).toThrow(/^[^\n]*WSL[^\n]*$/);
  expect(() => assertMachine({ node: "18.20.0" })).toThrow(/^Node 18\.20\.0 is too old[^\n]*$/);
  expect(() => assertMachine()).not.toThrow();
});

test("a disk with too little space is one line with both sizes, before anything is installed", () => {
  expect(() => assertSpace(640e6)).toThrow(/^[^\n]* 0\.6 GB free[^\n]* 2\.0 GB[^\n]*$/);
  expect(() => assertSpace(2e9)).not.toThrow();
});

test("PG* variables are dropped, and no others", () => {
  const env = { PGSSLMODE: "require", PGOPTIONS: "-c a=b", PG: "kept", PATH: "/bin" };
  dropPostgresVariables(env);
  expect(env).toEqual({ PG: "kept", PATH: "/bin" });
});
