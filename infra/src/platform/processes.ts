import { readFile, rm } from "node:fs/promises";
import { commandOf } from "../command-of.ts";
import { waitUntil } from "../wait-until.ts";
import { writeWhole } from "../write-whole.ts";

type Known = { readonly name: string; readonly pid: number; readonly command: string };

/** A list of our processes on disk, so that a start after `kill -9` can end those that were left. */
export function createProcessList(file: string) {
  const known = new Map<string, Known>();
  let writing = Promise.resolve();
  const save = () => {
    const text = JSON.stringify([...known.values()], null, 2);
    writing = writing.then(() => writeWhole(file, text)).catch(() => undefined);
    return writing;
  };
  return {
    add(name: string, pid: number) {
      known.set(name, { name, pid, command: commandOf(pid) });
      return save();
    },
    async clear() {
      await writing;
      await rm(file, { force: true });
    },
  };
}

export type ProcessList = ReturnType<typeof createProcessList>;

/** Ends what a killed platform left behind, last started first. Returns the names. */
export async function endLeftovers(file: string): Promise<readonly string[]> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  // A number may belong to some other program by now; the command line tells.
  const left = parse(text).filter(({ pid, command }) => isAlive(pid, command));
  for (const { pid, command } of left.toReversed()) {
    process.kill(pid, "SIGINT");
    const isGone = await waitUntil(() => (isAlive(pid, command) ? undefined : true), {
      withinMs: 10_000,
    });
    if (!isGone) process.kill(pid, "SIGKILL");
  }
  await rm(file, { force: true });
  return left.map(({ name }) => name);
}

function isAlive(pid: number, command: string): boolean {
  return command !== "" && commandOf(pid) === command;
}

function parse(text: string): readonly Known[] {
  try {
    return JSON.parse(text) as readonly Known[];
  } catch {
    return [];
  }
}
