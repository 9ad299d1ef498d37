import { day, minute } from "@tidbok/domain";
import type { Asked } from "../request/slot-request.ts";
import { blockedStarts } from "./blocked-starts.ts";
import { hostCalendar, type DatedHost, horizonRange } from "./host-calendar.ts";
import type { HostRules, Hours } from "../request/host-rules.ts";
import { dayNumber, dayOfWeek, minuteOfDay } from "../time/wall-time.ts";
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

type Minutes = { readonly start: number; readonly end: number };

/**
 * When the host is open by schedule, overrides and holidays, merged: windows that touch or overlap
 * are one, across midnight too. Windows belong to the date that they start on; those of the days
 * `first` to `last` are given.
 */
function openWindows(
  { rules, calendar }: DatedHost,
  { first, last }: { readonly first: number; readonly last: number },
): Ranges {
  const week = weekOf(rules);
  const exceptions = exceptionsOf(rules);
  const pairs: number[] = [];
  for (let number = first; number <= last; number += 1) {
    const zone = calendar.zoneOn(number);
    for (const hours of exceptions.get(number) ?? week[dayOfWeek(number)] ?? []) {
      pairs.push(
        zone.instantOf(number * day + hours.start * minute),
        zone.instantOf(number * day + hours.end * minute),
      );
    }
  }
  return unite(pairs);
}

function weekOf(host: HostRules): readonly Minutes[][] {
  const week: Minutes[][] = [[], [], [], [], [], [], [], []];
  for (const hours of host.schedule.weekly) {
    const minutes = minutesOf(hours);
    for (const weekday of hours.days) week[weekday]?.push(minutes);
  }
  return week;
}

function exceptionsOf(host: HostRules): ReadonlyMap<number, readonly Minutes[]> {
  const exceptions = new Map<number, readonly Minutes[]>();
  for (const date of host.holidays ?? []) exceptions.set(dayNumber(date), []);
  for (const override of host.schedule.overrides ?? []) {
    exceptions.set(dayNumber(override.date), override.windows.map(minutesOf));
  }
  return exceptions;
}

function minutesOf(hours: Hours): Minutes {
  const start = minuteOfDay(hours.start);
  const end = minuteOfDay(hours.end);
  return { start, end: end <= start ? end + 1_440 : end };
}
