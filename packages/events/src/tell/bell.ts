/** Wakes a waiting caller. A ring without a waiting caller is kept for the next wait. */
export function createBell() {
  let isRung = false;
  let wake = () => {};
  return {
    ring: (): void => {
      isRung = true;
      wake();
    },
    /** Until the bell rings, the time is over or the signal is aborted. */
    wait: async (milliseconds: number, signal: AbortSignal): Promise<void> => {
      if (!isRung && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const timer = setTimeout(resolve, milliseconds);
        // Removed afterwards: the signal outlives many waits.
        signal.addEventListener("abort", wake);
        await promise;
        signal.removeEventListener("abort", wake);
        clearTimeout(timer);
      }
      isRung = false;
    },
  };
}
