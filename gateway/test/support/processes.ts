import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import { runningPlatform, stateFolder } from "./running-platform.ts";

/** What runs for a platform, by the name it has there. */
export type ProcessName =
  | "postgres"
  | "nats"
  | "mail"
  | "gateway"
  | "identity"
  | "scheduling"
  | "billing"
  | "integrations"
  | "privacy";

/** All programs of our own. */
export const ownParts = [
  "gateway",
  "identity",
  "scheduling",
  "billing",
  "integrations",
  "privacy",
] as const satisfies readonly ProcessName[];

// A machine that is busy with other work takes its time to start a process.
const backWithin = 60_000;

/** The process that has this name now. */
export function pidOf(name: ProcessName): number {
  const text = readFileSync(join(stateFolder(), "processes.json"), "utf8");
  const found = (JSON.parse(text) as { name: string; pid: number }[]).find(
    (process) => process.name === name,
  );
  if (!found) throw new Error(`no process is called ${name}`);
  return found.pid;
}

/** Takes a process down at once, as a power cut does. Gives its number. */
export function kill(name: ProcessName): number {
  const pid = pidOf(name);
  process.kill(pid, "SIGKILL");
  return pid;
}

/** Waits until another process than this one has the name and works; platform.json tells its number. */
export async function isBack(name: ProcessName, former: number): Promise<void> {
  const part = ownParts.find((own) => own === name);
  await eventually(
    async () => {
      if (pidOf(name) === former) return false;
      if (!part) return true;
      const { services, gateway } = runningPlatform();
      const published = part === "gateway" ? gateway : services[part];
      if (!published || published.pid !== pidOf(name)) return false;
      return (await fetch(`${published.url}/health/ready`)).ok;
    },
    { withinMs: backWithin, everyMs: 100 },
  );
}

/** Keeps a process from doing anything while the work is done: its peers see silence, as from a cut cable. */
export async function whileFrozen<T>(name: ProcessName, work: () => Promise<T>): Promise<T> {
  const pid = pidOf(name);
  process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

/**
 * Takes a process down again and again while the work is done, so that it is away all the time, and
 * waits until it is back.
 */
export async function whileDown<T>(name: ProcessName, work: () => Promise<T>): Promise<T> {
  let last = kill(name);
  const again = setInterval(() => {
    const pid = pidOf(name);
    if (pid === last) return;
    last = pid;
    process.kill(pid, "SIGKILL");
  }, 5);
  try {
    return await work();
  } finally {
    clearInterval(again);
    await isBack(name, last);
  }
}
