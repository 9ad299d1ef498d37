import type { Asked } from "../request/asked.ts";
import type { HostTime } from "../host/host-time.ts";
import { intersect } from "../time/ranges.ts";
import type { Slot } from "../request/slot-request.ts";
import { startGrid, startsOn } from "../host/start-grid.ts";
import { markWithin, mergeStarts } from "./starts.ts";

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
