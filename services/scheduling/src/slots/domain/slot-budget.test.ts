import { expect, test } from "vitest";
import { createSlotBudget, mostSlots, TooManySlots } from "./slot-budget.ts";
import { slotsByWindow } from "./slots-by-window.ts";

const slots = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ start: from + index * 60_000 }));

test("a request lists up to 5,000 slots, in however many windows", () => {
  const budget = createSlotBudget();
  expect(budget.take(slots(3_000))).toHaveLength(3_000);
  expect(budget.take(slots(2_000))).toHaveLength(2_000);
  expect(() => budget.take(slots(1))).toThrow(TooManySlots);
});

test("the refusal says up to when they would have fitted, and what fits is listed afterwards", () => {
  const budget = createSlotBudget();
  const all = slots(mostSlots + 10);
  const untilAt = all[mostSlots]!.start;
  const error = (() => {
    try {
      budget.take(all);
      return null;
    } catch (thrown) {
      return thrown as TooManySlots;
    }
  })();
  expect(error?.details["untilAt"]).toBe(new Date(untilAt).toISOString());
  expect(budget.take(all.filter(({ start }) => start < untilAt))).toHaveLength(mostSlots);
});

test("nothing is computed after the slot that does not fit", () => {
  const computed: number[] = [];
  const window = { start: 0, end: 100 * 2_000 };
  const listed = slotsByWindow([{ window }], {
    stretch: 2_000,
    slotsOf: ({ window: { start } }) => {
      computed.push(start);
      return slots(1_000, start);
    },
  });
  expect(() => createSlotBudget().take(listed)).toThrow(TooManySlots);
  expect(computed).toHaveLength(6);
});
