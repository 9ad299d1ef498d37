import type { Asked, Slot } from "../request/slot-request.ts";
import type { HostTime } from "../host/host-time.ts";
import { intersect, type Ranges } from "../time/ranges.ts";
import { startGrid, startsOn } from "../host/start-grid.ts";

/**
 * Slots at which every fixed host and one host of each group are free. A start lies on the grid of
 * at least one free host that takes turns; `hostIds` are all who are free then.
 */
export function roundRobinSlots(input: {
  readonly fixed: readonly HostTime[];
  readonly inTurn: readonly HostTime[];
  readonly asked: Asked;
}): readonly Slot[] {
  const { fixed, asked } = input;
  const inTurn = withFixed(input.inTurn, fixed);
  const starts = mergeStarts(
    inTurn.map(({ windows, calendar, free }) =>
      startsOn({ grid: startGrid(windows, calendar), free, step: asked.step }),
    ),
  );
  const fixedIds = fixed.map((time) => time.rules.id);
  const hostIds = starts.map(() => fixedIds.slice());
  const missing = seatTurns({ starts, inTurn, hostIds });
  const slots: Slot[] = [];
  for (const [i, start] of starts.entries()) {
    if (missing[i] !== 0) continue;
    slots.push({ start, end: start + asked.duration, hostIds: hostIds[i] ?? [] });
  }
  return slots;
}

/** A host that takes turns is free only when all fixed hosts are. */
function withFixed(inTurn: readonly HostTime[], fixed: readonly HostTime[]): readonly HostTime[] {
  const [first, ...others] = fixed;
  if (first === undefined) return inTurn;
  const shared = others.reduce((free, other) => intersect(free, other.free), first.free);
  return inTurn.map((time) => ({ ...time, free: intersect(time.free, shared) }));
}

/** Adds the free hosts of each start to `hostIds`, and returns how many groups have no free host then. */
function seatTurns(input: {
  readonly starts: readonly number[];
  readonly inTurn: readonly HostTime[];
  readonly hostIds: readonly string[][];
}): readonly number[] {
  const { starts, inTurn, hostIds } = input;
  const groups = new Map<string | undefined, Uint8Array>();
  for (const { rules, free } of inTurn) {
    const isFree = markWithin(starts, free);
    const group = groups.get(rules.group) ?? new Uint8Array(starts.length);
    groups.set(rules.group, group);
    for (let i = 0; i < starts.length; i += 1) {
      if (isFree[i] !== 1) continue;
      hostIds[i]?.push(rules.id);
      group[i] = 1;
    }
  }
  const all = [...groups.values()];
  return starts.map((_, i) => all.filter((group) => group[i] !== 1).length);
}

/** For each start 1 where it lies in the ranges, otherwise 0. Both are in order. */
export function markWithin(starts: readonly number[], ranges: Ranges): Uint8Array {
  const marks = new Uint8Array(starts.length);
  for (let i = 0, j = 0; i < starts.length && j < ranges.length;) {
    const start = starts[i] as number;
    if (start >= (ranges[j + 1] as number)) {
      j += 2;
      continue;
    }
    if (start >= (ranges[j] as number)) marks[i] = 1;
    i += 1;
  }
  return marks;
}

/** All starts of the lists, each once, in order. Merged in pairs, so that a list more adds its own share only. */
export function mergeStarts(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const middle = lists.length >> 1;
  return mergeTwo(mergeStarts(lists.slice(0, middle)), mergeStarts(lists.slice(middle)));
}

function mergeTwo(a: readonly number[], b: readonly number[]): readonly number[] {
  const merged: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    merged.push(left < right ? left : right);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  while (i < a.length) merged.push(a[i++] as number);
  while (j < b.length) merged.push(b[j++] as number);
  return merged;
}
