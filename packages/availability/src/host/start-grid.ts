import type { HostCalendar } from "./host-calendar.ts";
import type { Ranges } from "../time/ranges.ts";
import { day } from "@tidbok/domain";

/** How long a window must have been open before its grid begins anew at each midnight. */
const week = 7 * day;

/** How many days before the window that is asked for a schedule must be laid out, so that the answer does not depend on it. */
export const daysBefore = 10;

/**
 * The windows as a grid: starts lie at whole steps from the beginning of each range. A range is an
 * open window; but a host that is open around the clock has a window without a beginning, so one
 * that has been open for a week begins anew at each of the host's midnights. Weekly hours with any
 * break never reach that.
 */
export function startGrid(windows: Ranges, calendar: HostCalendar): Ranges {
  if (!windows.some((edge, i) => i % 2 === 0 && (windows[i + 1] as number) - edge > week)) {
    return windows;
  }
  const grid: number[] = [];
  for (let i = 0; i < windows.length; i += 2) {
    const from = windows[i] as number;
    const until = windows[i + 1] as number;
    grid.push(from);
    for (let number = calendar.dayOf(from) + 7; calendar.startOf(number) < until; number += 1) {
      const midnight = calendar.startOf(number);
      if (midnight - from >= week) grid.push(midnight, midnight);
    }
    grid.push(until);
  }
  return grid;
}

/** The starts of the grid that lie in `free`, in order. */
export function startsOn(input: {
  readonly grid: Ranges;
  readonly free: Ranges;
  readonly step: number;
}): number[] {
  const { grid, free, step } = input;
  const starts: number[] = [];
  for (let i = 0, j = 0; i < grid.length && j < free.length;) {
    const anchor = grid[i] as number;
    const gridUntil = grid[i + 1] as number;
    const freeUntil = free[j + 1] as number;
    const until = Math.min(gridUntil, freeUntil);
    const steps = Math.ceil((Math.max(anchor, free[j] as number) - anchor) / step);
    for (let start = anchor + steps * step; start < until; start += step) starts.push(start);
    if (gridUntil < freeUntil) i += 2;
    else j += 2;
  }
  return starts;
}
