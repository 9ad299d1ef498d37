import type { Instant } from "@tidbok/domain";
import { askedBy, type Asked, type Slot, type SlotRequest } from "../request/slot-request.ts";
import { checkRequest } from "../problems/request-problems.ts";
import { hostTime, type HostTime } from "../host/host-time.ts";
import { roundRobinSlots } from "./round-robin-slots.ts";
import { intersect } from "../time/ranges.ts";
import { startGrid, startsOn } from "../host/start-grid.ts";

/**
 * Every time that can be booked, in order of its start. The same request gives the same answer on
 * every machine, whatever its clock and zone.
 *
 * Throws InvalidInput with every mistake of the rules and its path (`hosts.0.busy.3.end`), and
 * WindowTooLong for a window above `maximumWindowDays`. Takes time in proportion to hosts × (days +
 * busy times): about 0.2 ms for a host, 30 days and 200 busy times.
 */
export function findSlots(request: SlotRequest): readonly Slot[] {
  checkRequest(request);
  const asked = askedBy(request);
  return asked.from < asked.until ? slotsOf(asked) : [];
}

/**
 * The slot that begins at this very instant, or null where findSlots would not offer it. The
 * request's window does not matter. Throws as findSlots does.
 */
export function slotAt(request: SlotRequest, start: Instant): Slot | null {
  return findSlots({ ...request, window: { start, end: start + 1 } })[0] ?? null;
}

/** Whether a meeting may be booked at this very instant: exactly when findSlots would offer it. */
export function canBook(request: SlotRequest, start: Instant): boolean {
  return slotAt(request, start) !== null;
}

function slotsOf(asked: Asked): readonly Slot[] {
  const times = asked.request.hosts.map((host) => hostTime(host, asked));
  const inTurn = times.filter((time) => time.rules.isFixed !== true);
  // Fixed hosts alone are a collective.
  if (asked.request.rules.mode !== "ROUND_ROBIN" || inTurn.length === 0) {
    return collectiveSlots(times, asked);
  }
  const fixed = times.filter((time) => time.rules.isFixed === true);
  return roundRobinSlots({ fixed, inTurn, asked });
}

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
