import { findSlots, type Slot, type SlotRequest } from "@tidbok/availability";

const step = 31 * 24 * 60 * 60_000;

/** The first slot of windows of any length, which follow each other; what lies behind it is not worked out. */
export function firstSlot(requests: readonly SlotRequest[]): Slot | null {
  for (const request of requests) {
    const { start, end } = request.window;
    for (let from = start; from < end; from += step) {
      const window = { start: from, end: Math.min(from + step, end) };
      const [slot] = findSlots({ ...request, window });
      if (slot) return slot;
    }
  }
  return null;
}
