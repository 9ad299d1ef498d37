import type { Asked } from "./asked.ts";
import type { HostTime } from "./free-starts.ts";
import { intersect } from "./ranges.ts";
import type { Slot } from "./slot-request.ts";
import { startGrid, startsOn } from "./start-grid.ts";
import { eachWithin, mergeStarts } from "./starts.ts";

/**
 * Slots at which every fixed host and one host of each group are free. A start lies on the grid of
 * at least one free host who takes turns; `hostIds` are all who are free then.
 */
export function roundRobinSlots(input: {
  readonly fixed: readonly HostTime[];
  readonly inTurn: readonly HostTime[];
  readonly asked: Asked;
}): readonly Slot[] {
  const { fixed, asked } = input;
  const inTurn = input.inTurn.map((time) => ({
    ...time,
    free: fixed.reduce((shared, other) => intersect(shared, other.free), time.free),
  }));
  const starts = mergeStarts(
    inTurn.map((time) => startsOn(startGrid(time.windows, time.calendar), time.free, asked.step)),
  );
  const { hostIds, isComplete } = teamsAt(starts, inTurn, fixed);
  const slots: Slot[] = [];
  for (const [i, start] of starts.entries()) {
    if (!isComplete(i)) continue;
    slots.push({ start, end: start + asked.duration, hostIds: hostIds[i] ?? [] });
  }
  return slots;
}

/** Who is free at each start, and whether every group is among them. */
function teamsAt(
  starts: readonly number[],
  inTurn: readonly HostTime[],
  fixed: readonly HostTime[],
): { hostIds: readonly string[][]; isComplete: (start: number) => boolean } {
  const fixedIds = fixed.map((time) => time.host.id);
  const hostIds = starts.map(() => fixedIds.slice());
  const groups = new Map<string | undefined, Uint8Array>();
  for (const { host, free } of inTurn) {
    const isFree = groups.get(host.group) ?? new Uint8Array(starts.length);
    groups.set(host.group, isFree);
    eachWithin(starts, free, (i) => {
      (hostIds[i] as string[]).push(host.id);
      isFree[i] = 1;
    });
  }
  const all = [...groups.values()];
  return { hostIds, isComplete: (start) => all.every((isFree) => isFree[start] === 1) };
}
