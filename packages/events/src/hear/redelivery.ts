/** After this many attempts an event becomes a dead letter. */
export const mostAttempts = 8;

const second = 1_000;
const minute = 60 * second;
const delays = [1, 5, 30, 60, 120, 300, 600].map((seconds) => seconds * second);

/** How long to wait after this many failed attempts: from a second to ten minutes. */
export function retryDelay(attempts: number): number {
  return delays[Math.max(attempts, 1) - 1] ?? 10 * minute;
}

/**
 * How long an event that is too early waits after so many deliveries. Never long: waiting events may come back in the
 * wrong order, and each then waits once more.
 */
export function gapDelay(deliveries: number): number {
  return Math.min(125 * 2 ** deliveries, 4 * second);
}
