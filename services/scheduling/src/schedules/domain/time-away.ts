import { zoneNamed } from "@tidbok/availability";
import { day, type Instant, type Interval } from "@tidbok/domain";
import type { HostHours } from "./schedule.ts";

/** An absence as instants; its dates are dates of the host's calendar. */
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

// While the host travels, midnight is that of the destination.
function midnight({ timeZone, travel }: HostHours, wall: number): Instant {
  const date = new Date(wall).toISOString().slice(0, 10);
  const trip = travel.find(({ from, to }) => from <= date && date <= to);
  return zoneNamed(trip?.timeZone ?? timeZone).instantOf(wall);
}
