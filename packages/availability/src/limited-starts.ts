import type { Asked } from "./asked.ts";
import type { HostCalendar } from "./host-calendar.ts";
import type { BusyInterval, HostRules } from "./host-rules.ts";
import { startOfMonth, startOfWeek } from "./local-date.ts";
import type { Limit, Limits } from "./meeting-rules.ts";
import { day, minute } from "./time-units.ts";

type Period = "perDay" | "perWeek" | "perMonth";

/** The first day of the period that a day lies in, and of the one after it. */
const periods: Readonly<Record<Period, (day: number) => readonly [number, number]>> = {
  perDay: (day) => [day, day + 1],
  perWeek: (day) => [startOfWeek(day), startOfWeek(day) + 7],
  perMonth: (day) => [startOfMonth(day), startOfMonth(day, 1)],
};

/** Adds to `pairs` the starts on whose day, week or month the host has no room left. */
export function pushLimitedStarts(
  pairs: number[],
  asked: Asked,
  { rules, calendar }: { readonly rules: HostRules; readonly calendar: HostCalendar },
): void {
  const ofType = rules.busy.filter((other) => other.countsFor === "MEETING_TYPE");
  const ofHost = rules.busy.filter((other) => other.countsFor !== undefined);
  push(asked.request.rules.limits, ofType);
  push(rules.limits, ofHost);

  function push(limits: Limits | undefined, bookings: readonly BusyInterval[]): void {
    for (const [period, edges] of Object.entries(periods)) {
      const limit = limits?.[period as Period];
      if (limit !== undefined) pushFull({ pairs, asked, calendar, limit, edges, bookings });
    }
  }
}

function pushFull(input: {
  readonly pairs: number[];
  readonly asked: Asked;
  readonly calendar: HostCalendar;
  readonly limit: Limit;
  readonly edges: (day: number) => readonly [number, number];
  readonly bookings: readonly BusyInterval[];
}): void {
  const { pairs, asked, calendar, limit, edges, bookings } = input;
  const room = {
    bookings: limit.bookings ?? Number.POSITIVE_INFINITY,
    time: (limit.minutes ?? Number.POSITIVE_INFINITY) * minute - asked.duration,
  };
  if (room.bookings < 1 || room.time < 0) pairs.push(asked.from, asked.until);
  // Bookings of other months change nothing here, and their years need no zone tables.
  const reach = 40 * day;
  const used = new Map<number, { until: number; bookings: number; time: number }>();
  for (const booking of bookings) {
    if (booking.start < asked.from - reach || booking.start > asked.until + reach) continue;
    const [from, until] = edges(calendar.dayOf(booking.start));
    const period = used.get(from) ?? { until, bookings: 0, time: 0 };
    period.bookings += 1;
    period.time += booking.end - booking.start;
    used.set(from, period);
  }
  for (const [from, period] of used) {
    if (period.bookings < room.bookings && period.time <= room.time) continue;
    pairs.push(calendar.startOf(from), calendar.startOf(period.until));
  }
}
