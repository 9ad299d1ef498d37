import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import type { TestProject } from "vitest/node";
import { findChromium } from "../chromium/find-chromium.ts";
import { inRepository } from "../places.ts";
import { portNames, portVariable } from "../platform/settings.ts";
import { freePort } from "../ports.ts";

const startWithin = 180_000;

/** Vitest's global set-up of the journeys: the whole platform, as `npm start` starts it, in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = await mkdtemp(join(tmpdir(), "tidbok-platform-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(stateDir, 0o711);
  const ports = await Promise.all(
    portNames.map(async (name) => [portVariable(name), String(await freePort())] as const),
  );
  const providerPort = await freePort();
  const providersFile = join(stateDir, "log-in-providers.json");
  await writeFile(providersFile, JSON.stringify([providerAt(providerPort)]), { mode: 0o644 });
  const platform = spawn(process.execPath, [inRepository("infra/src/start.ts")], {
    env: {
      ...process.env,
      ...Object.fromEntries(ports),
      TIDBOK_STATE_DIR: stateDir,
      LOG_IN_PROVIDERS_FILE: providersFile,
      // All visitors of all tests are those of one unknown network.
      COST_PER_MINUTE: "10000000",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await ended(platform);
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    await running(platform);
  } catch (error) {
    await stop();
    throw error;
  }
  const chromium = findChromium({ say: console.log });
  project.provide("platform", { stateDir, chromium, providerPort });
  return stop;
}

// Another OpenID provider, which a test may start on this port; until then nothing answers there.
function providerAt(port: number) {
  const client = {
    clientId: "tidbok-here",
    clientSecret: "a secret of a test that is long enough",
  };
  return { id: "other", name: "Other", issuer: `http://127.0.0.1:${port}`, ...client };
}

// The last line that start.ts prints names the three commands to paste.
function running(platform: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`The platform did not start (${why}):\n${said}`));
    const timer = setTimeout(() => fail("too slow"), startWithin);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes("Tidbok runs.")) return;
      clearTimeout(timer);
      resolve();
    };
    platform.stdout?.on("data", hear);
    platform.stderr?.on("data", hear);
    platform.once("exit", (code) => {
      clearTimeout(timer);
      fail(`exit code ${code}`);
    });
  });
}

async function ended(platform: ChildProcess): Promise<void> {
  if (platform.exitCode !== null || platform.signalCode !== null) return;
  const gone = once(platform, "exit");
  platform.kill("SIGTERM");
  await gone;
}
