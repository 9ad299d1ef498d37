import { setTimeout as sleep } from "node:timers/promises";

/** Waits, or returns at once when the signal is or gets aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
