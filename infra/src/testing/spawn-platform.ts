import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, symlink } from "node:fs/promises";
import { inRepository, statePlaces } from "../places.ts";
import { freePlatformPorts } from "./free-platform-ports.ts";

const startWithin = 180_000;

/** A platform in a process of its own, as `npm start` starts it. */
export type SpawnedPlatform = {
  /** What the terminal shows when everything runs. */
  readonly printed: string;
  stop(): Promise<void>;
};

/** Starts the platform of a state folder on free ports; resolves when it runs, and throws with what it printed. */
export async function spawnPlatform(
  stateDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<SpawnedPlatform> {
  await shareCompiledModules(stateDir);
  // The second word is for the command line alone: by it a run finds the platforms that it started.
  const platform = spawn(process.execPath, [inRepository("infra/src/start.ts"), stateDir], {
    env: { ...process.env, ...(await freePlatformPorts()), TIDBOK_STATE_DIR: stateDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => ended(platform);
  try {
    return { printed: await running(platform), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// To compile everything anew costs five seconds of a processor for each platform of a run.
async function shareCompiledModules(stateDir: string): Promise<void> {
  const shared = inRepository("node_modules/.tidbok/compile-cache-of-platforms");
  await mkdir(shared, { recursive: true });
  await symlink(shared, statePlaces(stateDir).compileCache);
}

// The last line that start.ts prints names the three commands to paste.
function running(platform: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`The platform did not start (${why}):\n${said}`));
    const timer = setTimeout(() => fail("too slow"), startWithin);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes("Tidbok runs.")) return;
      clearTimeout(timer);
      resolve(said);
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
