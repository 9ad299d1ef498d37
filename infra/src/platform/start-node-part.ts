import { mkdir, readFile, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { hasEnded, lastLines, startChild, stopChild } from "../child.ts";
import { PlainFailure } from "../plain-failure.ts";
import { waitUntil } from "../wait-until.ts";
import type { Running, Starting } from "./keep-alive.ts";

export type NodePart = Starting & {
  readonly name: string;
  readonly main: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Answers 2xx when the part works. */
  readonly readyUrl: string;
};

const largestLog = 10_000_000;

/** Starts one of our own programs under this Node and resolves when it says that it is ready. */
export async function startNodePart(part: NodePart): Promise<Running> {
  await mkdir(dirname(part.logFile), { recursive: true });
  await turnOver(part.logFile);
  const logged = await sizeOf(part.logFile);
  const child = startChild({
    command: process.execPath,
    args: [part.main, ...(part.args ?? [])],
    logFile: part.logFile,
    env: part.env,
  });
  part.onSpawn(child);
  // As Ctrl-C does: all parts stop, so none has to go on serving the others.
  const stop = () => stopChild(child, { signal: "SIGINT", withinMs: 25_000 });
  const isReady = await waitUntil(
    async () => {
      if (hasEnded(child)) {
        throw new PlainFailure(await reason(part, logged));
      }
      if (part.stopping.aborted) return false;
      return (await answersWell(part.readyUrl)) || undefined;
    },
    { withinMs: 90_000, everyMs: 100 },
  );
  if (isReady) return { process: child, stop };
  await stop();
  part.stopping.throwIfAborted();
  throw new PlainFailure(
    `${part.name} is not ready after 90 s; its log ${part.logFile} ends with:\n${await lastLines(part.logFile)}`,
  );
}

async function answersWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

// A program of ours says in one line why it does not start; of any other end the log tells most.
async function reason({ name, logFile }: NodePart, logged: number): Promise<string> {
  const text = (await readFile(logFile)).subarray(logged).toString();
  const said = text.split("\n").findLast((line) => line.startsWith("✗ "));
  if (said) return `${said.slice("✗ ".length)} (its log: ${logFile})`;
  return `${name} does not start; its log ${logFile} ends with:\n${await lastLines(logFile)}`;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** One former log is kept; a platform that runs for weeks must not fill the disk. */
async function turnOver(logFile: string): Promise<void> {
  if ((await sizeOf(logFile)) > largestLog) await rename(logFile, `${logFile}.1`);
}
