import { setTimeout as sleep } from "node:timers/promises";

/** Does the work and answers, or fails, after a fixed time, or after twice or three times as long where it took longer. */
export type Steadily = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Hides how long work takes that differs by whether an address is known: hashing costs the same for
 * everybody, but making a key and a row does not. Where there is so much to do that the time is not enough, whole
 * steps of it hide what is left.
 */
export function createSteadily(milliseconds: number): Steadily {
  return async (work) => {
    const began = performance.now();
    const [outcome] = await Promise.allSettled([work()]);
    if (milliseconds > 0) {
      const took = performance.now() - began;
      await sleep(Math.ceil(took / milliseconds) * milliseconds - took);
    }
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };
}
