import { zoneNamed } from "@tidbok/availability";
import type { Instant, Interval } from "@tidbok/domain";
import type { HostHours } from "./schedule.ts";

const day = 24 * 60 * 60_000;

/** An absence as instants. Its dates are those of the host's calendar. */
export function timeAway(
  schedule: HostHours,
  { from, to }: Pick<HostHours["absences"][number], "from" | "to">,
): Interval {
  return {
    start: midnight(schedule, Date.parse(from)),
    end: midnight(schedule, Date.parse(to) + day),
  };
}

/** Whether the host is away at any instant of the interval. */
export function isAway(schedule: HostHours, { start, end }: Interval): boolean {
  return schedule.absences.some((absence) => {
    const away = timeAway(schedule, absence);
    return away.start < end && start < away.end;
  });
}

// While somebody travels, midnight is that of the place.
function midnight({ timeZone, travel }: HostHours, wall: number): Instant {
  const date = new Date(wall).toISOString().slice(0, 10);
  const trip = travel.find(({ from, to }) => from <= date && date <= to);
  return zoneNamed(trip?.timeZone ?? timeZone).instantOf(wall);
}
