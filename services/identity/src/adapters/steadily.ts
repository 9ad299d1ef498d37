import { setTimeout as sleep } from "node:timers/promises";

/** Does the work and answers, or fails, no sooner than after a fixed time. */
export type Steadily = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Hides how long work takes that differs by whether an address is known: hashing costs the same for
 * everybody, but making a key and a row does not.
 */
export function createSteadily(milliseconds: number): Steadily {
  return async (work) => {
    const [outcome] = await Promise.allSettled([work(), sleep(milliseconds)]);
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };
}
