import { setTimeout as sleep } from "node:timers/promises";

/**
 * Repeats until `check` returns something other than undefined, false or null, and returns that. When the time is up it
 * throws what `check` threw last, or says that nothing came.
 */
export async function eventually<T>(
  check: () => Promise<T> | T,
  { withinMs = 30_000, everyMs = 25 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + withinMs;
  let failure: Error | undefined;
  do {
    try {
      const answer = await check();
      if (answer) return answer as NonNullable<Exclude<T, false>>;
      failure = undefined;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    await sleep(everyMs);
  } while (performance.now() < deadline);
  throw failure ?? new Error(`It did not come true within ${withinMs} ms.`);
}
