import { type Instant, day } from "@tidbok/domain";
import type { HostRules, Schedule } from "../request/host-rules.ts";
import { dayNumber, dayOfWeek } from "../time/wall-time.ts";
import { zoneNamed, type Zone } from "../time/zone.ts";
import type { Horizon } from "../request/meeting-rules.ts";
import type { Ranges } from "../time/ranges.ts";

/** The dates of a host, numbered in days from 1970-01-01. While travelling they are those of the place. */
export type HostCalendar = {
  readonly zoneOn: (day: number) => Zone;
  /** The date's midnight; where a gap skips it, the first instant of the date. */
  readonly startOf: (day: number) => Instant;
  readonly dayOf: (instant: Instant) => number;
};

/** A host and the calendar by which their rules are read. */
export type DatedHost = { readonly rules: HostRules; readonly calendar: HostCalendar };

/** The calendar that a schedule's zone and travel make. */
export function hostCalendar(schedule: Schedule): HostCalendar {
  const home = zoneNamed(schedule.timeZone);
  const trips = (schedule.travel ?? []).map((trip) => ({
    from: dayNumber(trip.from),
    to: dayNumber(trip.to),
    zone: zoneNamed(trip.timeZone),
  }));

  function zoneOn(day: number): Zone {
    if (trips.length === 0) return home;
    return trips.find((trip) => trip.from <= day && day <= trip.to)?.zone ?? home;
  }

  function startOf(number: number): Instant {
    return zoneOn(number).instantOf(number * day);
  }

  function dayOf(instant: Instant): number {
    let number = Math.floor((instant + home.offsetAt(instant)) / day);
    if (!trips.some((trip) => trip.from - 2 <= number && number <= trip.to + 2)) return number;
    // A day of departure or arrival is longer or shorter than 24 hours: midnights decide.
    while (startOf(number) > instant) number -= 1;
    while (startOf(number + 1) <= instant) number += 1;
    return number;
  }

  return { zoneOn, startOf, dayOf };
}

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
