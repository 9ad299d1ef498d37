import type { Interval } from "@tidbok/domain";

/**
 * The slots of consecutive windows of any length, in order, a stretch of time after the other: the engine computes no
 * stretch before its slots are asked for.
 */
export function* slotsByWindow<Question extends { readonly window: Interval }, Slot>(
  questions: readonly Question[],
  {
    stretch,
    slotsOf,
  }: { readonly stretch: number; readonly slotsOf: (question: Question) => readonly Slot[] },
): Generator<Slot> {
  for (const question of questions) {
    const { start, end } = question.window;
    for (let from = start; from < end; from += stretch) {
      const window = { start: from, end: Math.min(from + stretch, end) };
      yield* slotsOf({ ...question, window });
    }
  }
}
