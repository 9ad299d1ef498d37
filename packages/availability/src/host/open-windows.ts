import type { DatedHost } from "./host-calendar.ts";
import type { HostRules } from "../request/host-rules.ts";
import { dayNumber, dayOfWeek } from "../time/local-date.ts";
import { minuteOfDay } from "../time/local-time.ts";
import { unite, type Ranges } from "../time/ranges.ts";
import type { Hours } from "../request/schedule.ts";
import { day, minute } from "../time/time-units.ts";

type Minutes = { readonly start: number; readonly end: number };

/**
 * When the host is open by schedule, overrides and holidays, merged: windows that touch or overlap
 * are one, across midnight too. Windows belong to the date that they start on; those of the days
 * `first` to `last` are given.
 */
export function openWindows(
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
