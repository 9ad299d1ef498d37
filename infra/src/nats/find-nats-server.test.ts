import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { findNatsServer } from "./find-nats-server.ts";

const system = `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
const name = `nats-server-v2.15.0-${system}`;
let folder: string;
let toolsDir: string;
let env: { PATH: string };

// A machine with tar and sh, without NATS and without apt.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidbok-nats-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  toolsDir = join(folder, "tools");
  env = { PATH: join(folder, "bin") };
  await mkdir(env.PATH);
  for (const tool of ["tar", "gzip"]) {
    const path = execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
    await symlink(path, join(env.PATH, tool));
  }
});

async function writeServer(path: string, version: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\necho "nats-server: v${version}"\n`, { mode: 0o755 });
}

/** The project's release on a server of this test; `asked` has the paths that were asked for. */
async function publishRelease() {
  await mkdir(join(folder, name));
  await writeServer(join(folder, name, "nats-server"), "2.15.0");
  execFileSync("tar", ["-czf", "release.tar.gz", name], { cwd: folder });
  const archive = await readFile(join(folder, "release.tar.gz"));
  const asked: string[] = [];
  const server = createServer(({ url = "" }, reply) => {
    asked.push(url);
    reply.end(archive);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sum = createHash("sha256").update(archive).digest("hex");
  return { asked, release: { url, version: "2.15.0", sha256: { [system]: sum } } };
}

test("nats-server comes once from the project's release, in the pinned version and with the pinned sum", async () => {
  const { asked, release } = await publishRelease();
  for (let i = 0; i < 2; i++) {
    expect(await findNatsServer({ toolsDir, env, release })).toBe(join(toolsDir, "nats-server"));
  }
  expect(asked).toEqual([`/v2.15.0/${name}.tar.gz`]);
  expect(await readdir(toolsDir)).toEqual(["nats-server"]);
});

test("a release with another sum is refused, and nothing of it is kept", async () => {
  const { release } = await publishRelease();
  const other = { ...release, sha256: { [system]: "0".repeat(64) } };
  await expect(findNatsServer({ toolsDir, env, release: other })).rejects.toThrow(
    /^There is no nats-server of 2\.14[^\n]* has the SHA-256 [^\n]*set NATS_SERVER to its path\.$/,
  );
  expect(await readdir(toolsDir)).toEqual([]);
});

test("one on PATH is taken, an old one is not, and what could not be reached is said in one line", async () => {
  const release = { url: "http://127.0.0.1:9", version: "2.15.0", sha256: { [system]: "0" } };
  await writeServer(join(env.PATH, "nats-server"), "2.9.10");
  await expect(findNatsServer({ toolsDir, env, release })).rejects.toThrow(
    /^There is no nats-server of 2\.14 or newer[^\n]*http:\/\/127\.0\.0\.1:9[^\n]*NATS_SERVER to its path\.$/,
  );
  await writeServer(join(env.PATH, "nats-server"), "2.14.3");
  expect(await findNatsServer({ toolsDir, env, release })).toBe(join(env.PATH, "nats-server"));
});

test("a NATS_SERVER that does not run is refused, and not replaced by another", async () => {
  await expect(
    findNatsServer({ toolsDir, env: { NATS_SERVER: "/nowhere/nats-server" } }),
  ).rejects.toThrow("NATS_SERVER=/nowhere/nats-server does not run");
});
