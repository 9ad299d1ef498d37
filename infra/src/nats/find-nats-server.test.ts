import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findNatsServer } from "./find-nats-server.ts";
import { isSafe } from "./nats-version.ts";

test("a NATS_SERVER that does not run is refused, and not replaced by another", async () => {
  const toolsDir = await mkdtemp(join(tmpdir(), "tidbok-tools-"));
  await expect(
    findNatsServer({ toolsDir, env: { NATS_SERVER: "/nowhere/nats-server" } }),
  ).rejects.toThrow("NATS_SERVER=/nowhere/nats-server does not run");
});

test.each([
  [[2, 9], false],
  [[2, 14], true],
  [[2, 15], true],
  [[3, 0], true],
  [undefined, false],
] as const)("version %j is safe: %s", (version, safe) => {
  expect(isSafe(version)).toBe(safe);
});
