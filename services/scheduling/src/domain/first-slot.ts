import { findSlots, type Slot, type SlotRequest } from "@tidbok/availability";

const step = 31 * 24 * 60 * 60_000;

/** The first slot of a window of any length; what lies behind it is not worked out. */
export function firstSlot(request: SlotRequest): Slot | null {
  const { start, end } = request.window;
  for (let from = start; from < end; from += step) {
    const window = { start: from, end: Math.min(from + step, end) };
    const [slot] = findSlots({ ...request, window });
    if (slot) return slot;
  }
  return null;
}
