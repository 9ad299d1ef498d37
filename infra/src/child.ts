import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Another user to run as; only root can. */
  readonly user?: { readonly uid: number; readonly gid: number };
};

/** Starts a program in a process group of its own, so that Ctrl-C reaches only us and the order of stopping is ours. */
export function startChild({ command, args, logFile, env, cwd, user }: Program): ChildProcess {
  const log = openSync(logFile, "a", 0o600);
  try {
    return spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ["ignore", log, log],
      detached: true,
      ...user,
    });
  } finally {
    closeSync(log);
  }
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

export type Stopping = { readonly signal?: NodeJS.Signals; readonly withinMs?: number };

/** Asks the child to stop and waits; takes it down when it has not stopped in time. */
export async function stopChild(
  child: ChildProcess,
  { signal = "SIGTERM", withinMs = 15_000 }: Stopping = {},
): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const waiting = new AbortController();
  const isLate = await Promise.race([
    ended.then(() => false),
    sleep(withinMs, true, { signal: waiting.signal }).catch(() => false),
  ]);
  waiting.abort();
  if (isLate) {
    child.kill("SIGKILL");
    await ended;
  }
}

/** What the end of a log says, for the line that explains why a program did not start; without the frames of stacks. */
export async function lastLines(logFile: string, count = 8): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  const telling = text.split("\n").filter((line) => !/^\s*$|^\s+at |^Node\.js v/.test(line));
  return telling.slice(-count).join("\n");
}
