/**
 * The bookings of one month (UTC) that begin in one week; months and weeks by their number in the window. There is a cell
 * for each pair with bookings.
 */
export type Cell = {
  readonly month: number;
  readonly week: number;
  /** Who attends, as keys that are equal for equal people; above ten of them, any ten. */
  readonly people: readonly string[];
};

/** The fewest people that figures for research may be about. */
export const fewestPeople = 10;

/**
 * What a caller with the purpose research may read of a window of whole months: the total, and the weeks by number.
 *
 * Each month decides for itself, whatever the window is, so two windows never show the same week in one answer and hide it
 * in the other. A month of fewer than ten people closes the total. A cell of fewer than ten people is closed, and one more
 * with it where the closed cells of the month would hold fewer than ten people together: a reader who subtracts the open
 * cells from the month learns about the closed ones as a whole. A week of two months is open where both of its cells are.
 */
export function openCells(cells: readonly Cell[]): {
  readonly isTotalOpen: boolean;
  readonly openWeeks: ReadonlySet<number>;
} {
  const months = Map.groupBy(cells, ({ month }) => month);
  const closed = new Set([...months.values()].flatMap(closedCells).map(({ week }) => week));
  return {
    isTotalOpen: [...months.values()].every(isLarge),
    openWeeks: new Set(cells.map(({ week }) => week).filter((week) => !closed.has(week))),
  };
}

function closedCells(month: readonly Cell[]): readonly Cell[] {
  const small = month.filter((cell) => !isLarge([cell]));
  if (small.length === 0 || isLarge(small)) return small;
  // An open cell holds ten people, so the first one is enough. Without one, the month itself is small.
  const more = month.filter((cell) => isLarge([cell])).toSorted((a, b) => a.week - b.week);
  return [...small, ...more.slice(0, 1)];
}

function isLarge(cells: readonly Cell[]): boolean {
  return new Set(cells.flatMap(({ people }) => people)).size >= fewestPeople;
}
