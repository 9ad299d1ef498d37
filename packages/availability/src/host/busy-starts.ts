import type { Asked } from "../request/asked.ts";
import type { BusyInterval } from "../request/host-rules.ts";
import { minute } from "../time/time-units.ts";

/**
 * The starts that busy time makes impossible, as pairs in no order. Meetings with their buffers are
 * half-open: they may touch. A start is blocked when the two overlap, so from one millisecond after
 * the last that ends in time, until the first that begins late enough.
 */
export function busyStarts(busy: readonly BusyInterval[], asked: Asked): number[] {
  const { duration, bufferBefore, bufferAfter, from, until } = asked;
  const pairs: number[] = [];
  for (const other of busy) {
    const begin = other.start - (other.bufferBeforeMinutes ?? 0) * minute;
    const end = other.end + (other.bufferAfterMinutes ?? 0) * minute;
    // An interval without a moment in it blocks nothing.
    if (begin >= end) continue;
    const blockedFrom = begin - duration - bufferAfter + 1;
    const blockedUntil = end + bufferBefore;
    if (blockedFrom < until && from < blockedUntil) pairs.push(blockedFrom, blockedUntil);
  }
  return pairs;
}
