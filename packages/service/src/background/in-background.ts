import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../create-logger.ts";
import type { Background } from "../service-definition.ts";

// A database that is away for an hour is worth some lines in the log, not thousands.
const pauseAfterFailure = 2_000;

/**
 * Repeats the work as long as the service runs. It begins anew at once when the work says that there
 * was some (true), else after `everyMilliseconds`. A failure is logged, costs a pause of two seconds and is no end. `stop` waits for
 * the work that is being done.
 */
export function inBackground({
  everyMilliseconds,
  log,
  work,
}: {
  everyMilliseconds: number;
  log: Logger;
  work: () => Promise<boolean>;
}): Background {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function repeat(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pause = await attempt();
      if (pause === 0) continue;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  /** Gives how long to wait until the next one. */
  async function attempt(): Promise<number> {
    try {
      return (await work()) ? 0 : everyMilliseconds;
    } catch (error) {
      log.error({ err: error }, "background work failed");
      return Math.max(everyMilliseconds, pauseAfterFailure);
    }
  }

  return {
    start: () => {
      running = repeat();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
