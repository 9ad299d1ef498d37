import { unreadableFile } from "../domain/unreadable-file.ts";

/** How many days the rules of one file may still look at, so that a file cannot occupy the process. */
export type StepBudget = { left: number };

/** Ten times as much as a file of a thousand occurrences needs; a fifth of a second. */
export const newBudget = (): StepBudget => ({ left: 400_000 });

/** Throws InvalidInput when the budget is used up. */
export function takeStep(budget: StepBudget): void {
  budget.left -= 1;
  if (budget.left < 0) throw unreadableFile("TOO_MANY", "has rules with too many occurrences");
}
