import type { Interval } from "@tidbok/domain";

const step = 31 * 24 * 60 * 60_000;

/** The first slot of questions about windows of any length, which follow each other; what lies behind it is not worked out. */
export function firstSlot<Question extends { readonly window: Interval }, Slot>(
  questions: readonly Question[],
  slotsOf: (question: Question) => readonly Slot[],
): Slot | null {
  for (const question of questions) {
    const { start, end } = question.window;
    for (let from = start; from < end; from += step) {
      const window = { start: from, end: Math.min(from + step, end) };
      const [slot] = slotsOf({ ...question, window });
      if (slot) return slot;
    }
  }
  return null;
}
