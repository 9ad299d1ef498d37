import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "./create-logger.ts";
import type { Background } from "./service-definition.ts";

/**
 * Repeats the work as long as the service runs. It begins anew at once when the work says that there
 * was some (true), else after `everyMilliseconds`. A failure is logged and is no end. `stop` waits for
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
      if (await attempt()) continue;
      await sleep(everyMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function attempt(): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, "background work failed");
      return false;
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
