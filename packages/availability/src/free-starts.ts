import type { Asked } from "./asked.ts";
import { pushBusyStarts } from "./busy-starts.ts";
import { hostCalendar, type HostCalendar } from "./host-calendar.ts";
import { horizonRange } from "./horizon-range.ts";
import type { HostRules } from "./host-rules.ts";
import { pushLimitedStarts } from "./limited-starts.ts";
import { dayNumber } from "./local-date.ts";
import { openWindows } from "./open-windows.ts";
import { intersect, subtract, unite, type Ranges } from "./ranges.ts";
import { daysBefore } from "./start-grid.ts";

/** What the engine knows of a host once the rules have been turned into instants. */
export type HostTime = {
  readonly host: HostRules;
  readonly calendar: HostCalendar;
  /** When the host is open, from some days before the first start on. */
  readonly windows: Ranges;
  /** Every instant at which a meeting of this host could start, were there no grid. */
  readonly free: Ranges;
};

/** One pass over a host's schedule and busy times: linear in days and busy times. */
export function hostTime(rules: HostRules, asked: Asked): HostTime {
  const calendar = hostCalendar(rules.schedule);
  const windows = openWindows(rules, calendar, {
    first: calendar.dayOf(asked.from) - daysBefore,
    last: calendar.dayOf(asked.until + asked.duration) + 1,
  });
  const { horizon } = asked.request.rules;
  const fits: number[] = [];
  for (let i = 0; i < windows.length; i += 2) {
    const from = Math.max(windows[i] as number, asked.from);
    const until = Math.min((windows[i + 1] as number) - asked.duration + 1, asked.until);
    if (from < until) fits.push(from, until);
  }
  const allowed =
    horizon === undefined
      ? fits
      : intersect(fits, horizonRange(horizon, { rules, calendar, now: asked.request.now }));
  const free = subtract(allowed, blockedStarts(rules, calendar, asked));
  return { host: rules, calendar, windows, free };
}

function blockedStarts(rules: HostRules, calendar: HostCalendar, asked: Asked): Ranges {
  const pairs: number[] = [];
  pushBusyStarts(pairs, rules.busy, asked);
  for (const away of rules.outOfOffice ?? []) {
    const from = calendar.startOf(dayNumber(away.from)) - asked.duration + 1;
    pairs.push(from, calendar.startOf(dayNumber(away.to) + 1));
  }
  if (rules.limits !== undefined || asked.request.rules.limits !== undefined) {
    pushLimitedStarts(pairs, asked, { rules, calendar });
  }
  return unite(pairs);
}
