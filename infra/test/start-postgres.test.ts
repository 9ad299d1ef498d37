import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connectedTo, eventually } from "@tidbok/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeAbandonedData } from "../src/postgres/reachable.ts";
import { startPostgres, type RunningPostgres } from "../src/postgres/start-postgres.ts";
import { serverUser } from "../src/postgres/server-user.ts";

let folder: string;
let running: RunningPostgres | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-start-"));
  await chmod(folder, 0o711);
});

afterEach(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = (password = "secret") =>
  startPostgres({
    dataDir: join(folder, "postgres"),
    password,
    logFile: join(folder, "postgres.log"),
  });

async function query(sql: string) {
  return connectedTo(running?.url ?? "", async (client) => (await client.query(sql)).rows);
}

test("data is there after a stop, after a crash, and beside a server that outlived its platform", async () => {
  running = await start();
  await query("CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
  await running.stop();

  running = await start();
  await query("INSERT INTO kept VALUES (2)");
  running.process.kill("SIGKILL");
  await eventually(() => running?.process.signalCode);

  const orphan = await start();
  running = await start();
  expect(await query("SELECT id FROM kept ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
  expect(orphan.process.exitCode).toBe(0);
});

test("a pid file that names some other program does not stand in the way", async () => {
  running = await start();
  await running.stop();
  const { pid } = process;
  await writeFile(join(folder, "postgres/postmaster.pid"), `${pid}\n${folder}/postgres\n`);
  running = await start();
  expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a server that was started by another way to the same folder is found, and its pid file is not lost", async () => {
  const way = join(folder, "way");
  await symlink(folder, way);
  const orphan = await startPostgres({
    dataDir: join(way, "postgres"),
    password: "secret",
    logFile: join(folder, "postgres.log"),
  });
  running = await start();
  expect(orphan.process.exitCode).toBe(0);
  expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("another password than the data was made with is said in a line", async () => {
  running = await start();
  await running.stop();
  await expect(start("another")).rejects.toThrow(/made with another password/);
  running = undefined;
});

test("a folder that is not Postgres's is left alone, and the line says what to do", async () => {
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, "postgres/diary.txt"), "mine");
  await expect(start()).rejects.toThrow(/not a whole Postgres data folder.*move it away/);
  running = undefined;
});

test.runIf(serverUser())(
  "below a folder that only root may enter, the data is where Postgres can go, and goes when its link was deleted",
  async () => {
    await chmod(folder, 0o700);
    running = await start();
    expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await running.stop();
    running = await start();
    const outside = await readlink(join(folder, "postgres"));
    expect(await removeAbandonedData(join(folder, "postgres"))).toEqual([]);

    // As `rm -rf .local` does, while the server still runs.
    await rm(join(folder, "postgres"));
    expect(await removeAbandonedData(join(folder, "other"))).toEqual([]);
    expect(await removeAbandonedData(join(folder, "postgres"))).toEqual([dirname(outside)]);
    expect(existsSync(dirname(outside))).toBe(false);
  },
);
