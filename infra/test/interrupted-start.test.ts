import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inRepository } from "../src/places.ts";
import { freePlatformPorts } from "../src/testing/free-platform-ports.ts";

test("Ctrl-C while the demo is made stops everything, and does not say that Tidbok runs", async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "tidbok-interrupted-"));
  await chmod(stateDir, 0o711);
  onTestFinished(() => rm(stateDir, { recursive: true }));
  const platform = spawn(process.execPath, [inRepository("infra/src/start.ts"), stateDir], {
    env: { ...process.env, ...(await freePlatformPorts()), TIDBOK_STATE_DIR: stateDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  platform.stdout.on("data", (chunk: Buffer) => {
    const wasMaking = said.includes("Making a demo");
    said += chunk.toString();
    if (!wasMaking && said.includes("Making a demo")) platform.kill("SIGINT");
  });
  await once(platform, "exit");
  expect(platform.exitCode).toBe(0);
  expect(said).toMatch(/Making a demo organization …\n\nStopping …\nStopped\.\n$/);
}, 180_000);
