import type { Asked } from "../request/asked.ts";
import type { HostTime } from "../host/host-time.ts";
import { intersect } from "../time/ranges.ts";
import type { Slot } from "../request/slot-request.ts";
import { startGrid, startsOn } from "../host/start-grid.ts";

/**
 * Slots at which all hosts are free. The grid is that of the time that their windows share, so that
 * hosts with hours that begin at different minutes still meet.
 */
export function collectiveSlots(times: readonly HostTime[], asked: Asked): readonly Slot[] {
  const [first, ...others] = times;
  if (first === undefined) return [];
  const windows = others.reduce((shared, time) => intersect(shared, time.windows), first.windows);
  const free = others.reduce((shared, time) => intersect(shared, time.free), first.free);
  const hostIds = times.map((time) => time.rules.id);
  const grid = startGrid(windows, first.calendar);
  return startsOn({ grid, free, step: asked.step }).map((start) => ({
    start,
    end: start + asked.duration,
    hostIds,
  }));
}
