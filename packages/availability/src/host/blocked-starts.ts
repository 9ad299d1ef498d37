import { day, minute } from "@tidbok/domain";
import type { Asked } from "../request/slot-request.ts";
import type { DatedHost } from "./host-calendar.ts";
import { unite, type Ranges } from "../time/ranges.ts";
import { dayNumber, startOfMonth, startOfWeek } from "../time/wall-time.ts";
import type { Limit, Limits } from "../request/meeting-rules.ts";
import type { BusyInterval } from "../request/host-rules.ts";

/** The starts that busy time, days out of office and full days, weeks and months make impossible. */
export function blockedStarts(host: DatedHost, asked: Asked): Ranges {
  const { rules, calendar } = host;
  const away = (rules.outOfOffice ?? []).flatMap(({ from, to }) => [
    calendar.startOf(dayNumber(from)) - asked.duration + 1,
    calendar.startOf(dayNumber(to) + 1),
  ]);
  return unite(busyStarts(rules.busy, asked).concat(away, limitedStarts(host, asked)));
}

/**
 * The starts that busy time makes impossible, as pairs in no order. Meetings with their buffers are
 * half-open: they may touch. A start is blocked when the two overlap, so from one millisecond after
 * the last that ends in time, until the first that begins late enough.
 */
function busyStarts(busy: readonly BusyInterval[], asked: Asked): number[] {
  const { duration, bufferBefore, bufferAfter, from, until } = asked;
  const pairs: number[] = [];
  for (const other of busy) {
    const begin = other.start - (other.bufferBeforeMinutes ?? 0) * minute;
    const end = other.end + (other.bufferAfterMinutes ?? 0) * minute;
    // An interval without a moment in it blocks nothing.
    if (begin >= end) continue;
    const blockedFrom = begin - duration - bufferAfter + 1;
    const blockedUntil = end + bufferBefore;
    if (blockedFrom < until && from < blockedUntil) pairs.push(blockedFrom, blockedUntil);
  }
  return pairs;
}

type Period = keyof Limits;

/** The first day of the period that a day lies in, and of the one after it. */
const periods: Readonly<Record<Period, (day: number) => readonly [number, number]>> = {
  perDay: (day) => [day, day + 1],
  perWeek: (day) => [startOfWeek(day), startOfWeek(day) + 7],
  perMonth: (day) => [startOfMonth(day), startOfMonth(day, 1)],
};

/** How much has been booked. */
type Load = { bookings: number; time: number };

/** The starts in a day, week or month in which the host has no room left, as pairs in no order. */
function limitedStarts(host: DatedHost, asked: Asked): number[] {
  const ofType = asked.request.rules.limits;
  const ofHost = host.rules.limits;
  const full = (limits: Limits | undefined, loads: ReadonlyMap<number, Load>) =>
    (Object.keys(periods) as Period[]).flatMap((period) =>
      fullStarts({ period, limit: limits?.[period], loads, asked, host }),
    );
  return [
    ...(ofType === undefined ? [] : full(ofType, loadsByDay(host, { asked, isOfType: true }))),
    ...(ofHost === undefined ? [] : full(ofHost, loadsByDay(host, { asked, isOfType: false }))),
  ];
}

/** What has been booked on each of the host's days: of this meeting type only, or of all. */
function loadsByDay(
  { rules, calendar }: DatedHost,
  { asked, isOfType }: { readonly asked: Asked; readonly isOfType: boolean },
): ReadonlyMap<number, Load> {
  const loads = new Map<number, Load>();
  for (const { countsFor, start, end } of rules.busy) {
    const counts = isOfType ? countsFor === "MEETING_TYPE" : countsFor !== undefined;
    // Bookings of other months change nothing here, and their years need no zone tables.
    const isNear = start > asked.from - 40 * day && start < asked.until + 40 * day;
    if (!counts || !isNear) continue;
    const load = loadOf(loads, calendar.dayOf(start));
    load.bookings += 1;
    load.time += end - start;
  }
  return loads;
}

function fullStarts(input: {
  readonly period: Period;
  readonly limit: Limit | undefined;
  readonly loads: ReadonlyMap<number, Load>;
  readonly asked: Asked;
  readonly host: DatedHost;
}): number[] {
  const { limit, asked, host } = input;
  if (limit === undefined) return [];
  const edges = periods[input.period];
  const most = limit.bookings ?? Number.POSITIVE_INFINITY;
  const room = (limit.minutes ?? Number.POSITIVE_INFINITY) * minute - asked.duration;
  if (room < 0) return [asked.from, asked.until];
  const used = new Map<number, Load>();
  for (const [number, load] of input.loads) {
    const sum = loadOf(used, edges(number)[0]);
    sum.bookings += load.bookings;
    sum.time += load.time;
  }
  return [...used]
    .filter(([, { bookings, time }]) => bookings >= most || time > room)
    .flatMap(([first]) => edges(first).map(host.calendar.startOf));
}

function loadOf(loads: Map<number, Load>, key: number): Load {
  const load = loads.get(key) ?? { bookings: 0, time: 0 };
  loads.set(key, load);
  return load;
}
