import { day, type Interval } from "@tidbok/domain";
import { slotsByWindow } from "./slots-by-window.ts";

/** The first slot of consecutive windows of any length. The engine computes no slot after the month that has it. */
export function firstSlot<Question extends { readonly window: Interval }, Slot>(
  questions: readonly Question[],
  slotsOf: (question: Question) => readonly Slot[],
): Slot | null {
  const [slot] = slotsByWindow(questions, { stretch: 31 * day, slotsOf });
  return slot ?? null;
}
