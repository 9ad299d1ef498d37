import { setTimeout as sleep } from "node:timers/promises";

/** The deliveries that this process has under way, each in a slot of its own. */
export type DeliverySlots = {
  /** How many slots are free. */
  readonly free: () => number;
  /** Whether no delivery is under way. */
  readonly isIdle: () => boolean;
  /** Fills a slot until the work is done, however it ends. */
  readonly fill: (work: Promise<void>) => void;
  /** Resolves once a slot that is filled now is free again, or when the time is over. */
  readonly nextFree: (longestMilliseconds: number) => Promise<void>;
  /** Resolves once all slots are free. */
  readonly allFree: () => Promise<void>;
};

/** As many slots as given. A mail that hangs fills its own slot and delays no other mail. */
export function createDeliverySlots(size: number): DeliverySlots {
  const filled = new Set<Promise<void>>();
  return {
    free: () => size - filled.size,
    isIdle: () => filled.size === 0,
    fill: (work) => {
      const slot: Promise<void> = work.finally(() => filled.delete(slot));
      filled.add(slot);
    },
    nextFree: async (longestMilliseconds) => {
      const timer = new AbortController();
      const { signal } = timer;
      await Promise.race([...filled, sleep(longestMilliseconds, undefined, { signal })]);
      timer.abort();
    },
    allFree: async () => {
      await Promise.all(filled);
    },
  };
}
