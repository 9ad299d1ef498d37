import { setTimeout as sleep } from "node:timers/promises";

export type Wait = { readonly withinMs: number; readonly everyMs?: number };

/** Asks again and again until the answer is not undefined; undefined when the time is up. */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  { withinMs, everyMs = 50 }: Wait,
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) return undefined;
    await sleep(everyMs);
  }
}
