import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandOf } from "../command-of.ts";

type Process = { readonly pid: number; readonly command: string };

/**
 * Ends what still runs in the folder of a test run, and removes the folder. Nothing in it is worth an orderly end. Waits
 * without giving way, since it is called when the process exits: nothing asynchronous would happen any more.
 */
export function clearRun(folder: string): void {
  const inFolder = () =>
    processes().filter(({ pid, command }) => pid !== process.pid && command.includes(folder));
  // The platforms first: they would start their parts again.
  end(() => inFolder().filter(isPlatform), "SIGKILL");
  end(() => partsOf(folder).filter((part) => !isPostgres(part)), "SIGKILL");
  // A killed Postgres would leave its shared memory behind; this signal ends it at once.
  end(() => inFolder().filter(isPostgres), "SIGQUIT");
  end(inFolder, "SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function isPlatform({ command }: Process): boolean {
  return command.includes("infra/src/start.ts");
}

function isPostgres({ command }: Process): boolean {
  return command.includes("bin/postgres ");
}

const patience = 5_000;

function end(find: () => readonly Process[], signal: NodeJS.Signals): void {
  for (const found of find()) send(found, signal);
  for (let waited = 0; waited < patience && find().length > 0; waited += 50) pause(50);
  for (const found of find()) send(found, "SIGKILL");
}

function send({ pid }: Process, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended in between.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// The parts of a platform that was killed; it listed them for the next start.
function partsOf(folder: string): readonly Process[] {
  return stateFolders(folder)
    .flatMap((state) => listed(join(state, "processes.json")))
    .filter(({ pid, command }) => command !== "" && commandOf(pid) === command);
}

function stateFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

function listed(file: string): readonly Process[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly Process[];
  } catch {
    return [];
  }
}

function processes(): readonly Process[] {
  if (process.platform === "linux") {
    const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
    return pids.map((pid) => ({ pid, command: commandOf(pid) }));
  }
  const lines = execFileSync("ps", ["-axww", "-o", "pid=,args="], { encoding: "utf8" });
  return lines.split("\n").map((line) => {
    const [, pid = "", command = ""] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command };
  });
}
