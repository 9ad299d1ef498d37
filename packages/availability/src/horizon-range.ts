import type { Instant } from "@tidbok/domain";
import type { HostCalendar } from "./host-calendar.ts";
import type { HostRules } from "./host-rules.ts";
import { dayNumber, dayOfWeek } from "./local-date.ts";
import type { Horizon } from "./meeting-rules.ts";
import type { Ranges } from "./ranges.ts";

/** The instants on which a meeting may start by its horizon, on the host's calendar. */
export function horizonRange(
  horizon: Horizon,
  host: { readonly rules: HostRules; readonly calendar: HostCalendar; readonly now: Instant },
): Ranges {
  const { calendar, now } = host;
  if (horizon.type === "FIXED") {
    return [calendar.startOf(dayNumber(horizon.from)), calendar.startOf(dayNumber(horizon.to) + 1)];
  }
  const today = calendar.dayOf(now);
  const last =
    horizon.type === "ROLLING"
      ? today + horizon.days
      : businessDayAfter(today, horizon.days, host.rules);
  return [calendar.startOf(today), calendar.startOf(last + 1)];
}

function businessDayAfter(today: number, days: number, host: HostRules): number {
  const holidays = new Set((host.holidays ?? []).map(dayNumber));
  let last = today;
  for (let left = days; left > 0;) {
    last += 1;
    if (dayOfWeek(last) <= 5 && !holidays.has(last)) left -= 1;
  }
  return last;
}
