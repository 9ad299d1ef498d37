import fc from "fast-check";
import { expect, test } from "vitest";
import { fewestPeople, openCells, type Cell } from "./open-cells.ts";

const people = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(first + index));

test("a month of fewer than ten people shows nothing, one of ten its total", () => {
  const shown = (count: number) => openCells([{ month: 0, week: 0, people: people(0, count) }]);
  expect(shown(9)).toEqual({ isTotalOpen: false, openWeeks: new Set() });
  expect(shown(10)).toEqual({ isTotalOpen: true, openWeeks: new Set([0]) });
  expect(openCells([])).toEqual({ isTotalOpen: true, openWeeks: new Set() });
});

test("a week of one person takes another week along, so that subtracting tells nothing of it", () => {
  const cells = [
    { month: 0, week: 0, people: people(0, 10) },
    { month: 0, week: 1, people: people(0, 10) },
    { month: 0, week: 2, people: people(0, 1) },
  ];
  expect(openCells(cells)).toEqual({ isTotalOpen: true, openWeeks: new Set([1]) });
});

test("bookings without a known attendee are no empty group", () => {
  const cells = [
    { month: 0, week: 0, people: people(0, 10) },
    { month: 0, week: 1, people: [] },
  ];
  expect(openCells(cells).openWeeks).toEqual(new Set());
});

// Six weeks begin in three months; the second and the fourth lie in two of them.
const slots = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 3],
  [2, 4],
  [2, 5],
] as const;
const windows = [0, 1, 2].flatMap((from) =>
  [0, 1, 2].filter((to) => to >= from).map((to) => ({ from, to })),
);

/** What the answer about a window tells: sets of cells as bits, by figures and by subtracting groups from the total. */
function told(cells: readonly Cell[], { from, to }: { from: number; to: number }): number[] {
  const asked = cells.filter(({ month }) => month >= from && month <= to);
  const { isTotalOpen, openWeeks } = openCells(asked);
  const bits = (those: readonly Cell[]) =>
    those.reduce((sum, cell) => sum | (1 << cells.indexOf(cell)), 0);
  const groups = [...openWeeks].map((week) => bits(asked.filter((cell) => cell.week === week)));
  const sums = groups.reduce<number[]>((all, group) => [...all, ...all.map((b) => b | group)], [0]);
  return isTotalOpen ? [...sums, ...sums.map((sum) => bits(asked) & ~sum)] : sums;
}

test("no difference of two answers tells of fewer than ten people", () => {
  const booking = fc.tuple(fc.nat(slots.length - 1), fc.nat(24));
  fc.assert(
    fc.property(fc.array(booking, { maxLength: 150, size: "max" }), (bookings) => {
      const cells = slots.flatMap(([month, week], slot) => {
        const those = bookings.filter(([at]) => at === slot).map(([, person]) => String(person));
        const cell = { month, week, people: [...new Set(those)].slice(0, fewestPeople) };
        return those.length > 0 ? [{ cell, all: those }] : [];
      });
      const asCells = cells.map(({ cell }) => cell);
      const sets = [...new Set(windows.flatMap((window) => told(asCells, window)))];
      const differences = new Set(
        sets.flatMap((a) => sets.filter((b) => (a & b) === b).map((b) => a & ~b)),
      );
      for (const difference of differences) {
        const persons = cells.filter((_, bit) => difference & (1 << bit)).flatMap(({ all }) => all);
        const count = new Set(persons).size;
        expect(count === 0 || count >= fewestPeople).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
