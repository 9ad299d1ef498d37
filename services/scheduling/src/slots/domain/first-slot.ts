import { day, type Interval } from "@tidbok/domain";

const step = 31 * day;

/** The first slot of consecutive windows of any length. The engine computes no slot after the step that has it. */
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
