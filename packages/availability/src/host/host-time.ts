import type { Asked } from "../request/asked.ts";
import { busyStarts } from "./busy-starts.ts";
import { hostCalendar, type DatedHost } from "./host-calendar.ts";
import { horizonRange } from "./horizon-range.ts";
import type { HostRules } from "../request/host-rules.ts";
import { limitedStarts } from "./limited-starts.ts";
import { dayNumber } from "../time/local-date.ts";
import { openWindows } from "./open-windows.ts";
import { intersect, subtract, unite, type Ranges } from "../time/ranges.ts";
import { daysBefore } from "./start-grid.ts";

/** What the engine knows of a host once the rules have been turned into instants. */
export type HostTime = DatedHost & {
  /** When the host is open, from some days before the first start on. */
  readonly windows: Ranges;
  /** Every instant at which a meeting of this host could start, were there no grid. */
  readonly free: Ranges;
};

/** One pass over a host's schedule and busy times: linear in days and busy times. */
export function hostTime(rules: HostRules, asked: Asked): HostTime {
  const calendar = hostCalendar(rules.schedule);
  const host = { rules, calendar };
  const windows = openWindows(host, {
    first: calendar.dayOf(asked.from) - daysBefore,
    last: calendar.dayOf(asked.until + asked.duration) + 1,
  });
  const fits = fittingStarts(windows, asked);
  const { horizon } = asked.request.rules;
  const near =
    horizon === undefined
      ? fits
      : intersect(fits, horizonRange(horizon, { ...host, now: asked.request.now }));
  return { ...host, windows, free: subtract(near, blockedStarts(host, asked)) };
}

/** The starts asked for from which a meeting fits into its window. */
function fittingStarts(windows: Ranges, { from, until, duration }: Asked): Ranges {
  const fits: number[] = [];
  for (let i = 0; i < windows.length; i += 2) {
    const first = Math.max(windows[i] as number, from);
    const end = Math.min((windows[i + 1] as number) - duration + 1, until);
    if (first < end) fits.push(first, end);
  }
  return fits;
}

function blockedStarts(host: DatedHost, asked: Asked): Ranges {
  const { rules, calendar } = host;
  const away = (rules.outOfOffice ?? []).flatMap(({ from, to }) => [
    calendar.startOf(dayNumber(from)) - asked.duration + 1,
    calendar.startOf(dayNumber(to) + 1),
  ]);
  return unite(busyStarts(rules.busy, asked).concat(away, limitedStarts(host, asked)));
}
