import type { Instant } from "@tidbok/domain";
import type { DatedHost } from "./host-calendar.ts";
import { dayNumber, dayOfWeek } from "../time/local-date.ts";
import type { Horizon } from "../request/meeting-rules.ts";
import type { Ranges } from "../time/ranges.ts";

/** The instants on which a meeting may start by its horizon, on the host's calendar. */
export function horizonRange(
  horizon: Horizon,
  host: DatedHost & { readonly now: Instant },
): Ranges {
  const { calendar, now } = host;
  if (horizon.type === "FIXED") {
    return [calendar.startOf(dayNumber(horizon.from)), calendar.startOf(dayNumber(horizon.to) + 1)];
  }
  const today = calendar.dayOf(now);
  const last = horizon.type === "ROLLING" ? today + horizon.days : businessDay(host, horizon.days);
  return [calendar.startOf(today), calendar.startOf(last + 1)];
}

/** The so-manieth business day after today. */
function businessDay(host: DatedHost & { readonly now: Instant }, days: number): number {
  const holidays = new Set((host.rules.holidays ?? []).map(dayNumber));
  let last = host.calendar.dayOf(host.now);
  for (let left = days; left > 0;) {
    last += 1;
    if (dayOfWeek(last) <= 5 && !holidays.has(last)) left -= 1;
  }
  return last;
}
