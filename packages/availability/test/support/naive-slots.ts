import { Temporal } from "temporal-polyfill";
import type { HostRules, Limits, SlotRequest } from "../../src/index.ts";

// The rules of the README, minute by minute and with nothing clever: what the engine is held against.

const minute = 60_000;
const week = 7 * 1_440 * minute;

/** The host's calendar days around the question: midnight, the next midnight, and the open windows. */
type Day = {
  readonly date: Temporal.PlainDate;
  readonly start: number;
  readonly end: number;
  readonly windows: readonly (readonly [number, number])[];
};

/** Every start, by asking of each minute whether it may be one. */
export function naiveSlots(request: SlotRequest): { start: number; hostIds: string[] }[] {
  const hosts = request.hosts.map((rules) => ({ rules, days: daysOf(rules, request.window) }));
  const isOpen = (host: (typeof hosts)[number], start: number) =>
    mayStart(host.rules, host.days, request, start);
  const found: { start: number; hostIds: string[] }[] = [];
  const merged = hosts.map((host) => merge(host.days));
  const step = (request.rules.stepMinutes ?? request.rules.durationMinutes) * minute;
  const duration = request.rules.durationMinutes * minute;
  for (let start = request.window.start; start < request.window.end; start += minute) {
    const onGridOf = (windows: readonly (readonly [number, number])[], days: readonly Day[]) => {
      const window = windows.find(([from, until]) => from <= start && start + duration <= until);
      if (window === undefined) return false;
      const midnights = days
        .map((day) => day.start)
        .filter((at) => at <= start && at - window[0] >= week);
      return (start - (midnights.at(-1) ?? window[0])) % step === 0;
    };
    const free = hosts.filter((host) => isOpen(host, start));
    const inTurn = hosts.filter((host) => host.rules.isFixed !== true);
    if (request.rules.mode !== "ROUND_ROBIN" || inTurn.length === 0) {
      const common = merged.reduce((a, b) => shared(a, b));
      const isOffered = free.length === hosts.length && onGridOf(common, hosts[0]?.days ?? []);
      if (isOffered) found.push({ start, hostIds: hosts.map((host) => host.rules.id) });
      continue;
    }
    const fixed = hosts.filter((host) => host.rules.isFixed === true);
    if (!fixed.every((host) => free.includes(host))) continue;
    const freeInTurn = inTurn.filter((host) => free.includes(host));
    const groups = new Set(inTurn.map((host) => host.rules.group));
    const present = new Set(freeInTurn.map((host) => host.rules.group));
    if (groups.size !== present.size) continue;
    if (!freeInTurn.some((host) => onGridOf(merged[hosts.indexOf(host)] ?? [], host.days)))
      continue;
    found.push({ start, hostIds: [...fixed, ...freeInTurn].map((host) => host.rules.id) });
  }
  return found;
}

function mayStart(
  host: HostRules,
  days: readonly Day[],
  request: SlotRequest,
  start: number,
): boolean {
  const { rules, now } = request;
  const end = start + rules.durationMinutes * minute;
  const day = days.find((candidate) => candidate.start <= start && start < candidate.end);
  if (day === undefined) return false;
  if (!merge(days).some(([from, until]) => from <= start && end <= until)) return false;
  if (start < now + (rules.noticeMinutes ?? 0) * minute) return false;
  if (start > now + (rules.maximumNoticeMinutes ?? Infinity) * minute) return false;
  if (!withinHorizon(host, request, day.date)) return false;
  const from = start - (rules.bufferBeforeMinutes ?? 0) * minute;
  const until = end + (rules.bufferAfterMinutes ?? 0) * minute;
  const isBusy = host.busy.some((busy) => {
    const begin = busy.start - (busy.bufferBeforeMinutes ?? 0) * minute;
    const close = busy.end + (busy.bufferAfterMinutes ?? 0) * minute;
    return begin < close && begin < until && from < close;
  });
  if (isBusy) return false;
  const isAway = days.some(({ date, start: midnight, end: next }) => {
    const within = host.outOfOffice?.some((away) => away.from <= `${date}` && `${date}` <= away.to);
    return within === true && midnight < end && start < next;
  });
  if (isAway) return false;
  const counted = (kinds: readonly string[]) =>
    host.busy.filter((busy) => kinds.includes(busy.countsFor ?? "none"));
  const room = (limits: Limits | undefined, kinds: readonly string[]) =>
    hasRoom({
      limits,
      days,
      date: day.date,
      booked: counted(kinds),
      minutes: rules.durationMinutes,
    });
  return room(rules.limits, ["MEETING_TYPE"]) && room(host.limits, ["MEETING_TYPE", "HOST"]);
}

function hasRoom(input: {
  readonly limits: Limits | undefined;
  readonly days: readonly Day[];
  readonly date: Temporal.PlainDate;
  readonly booked: HostRules["busy"];
  readonly minutes: number;
}): boolean {
  const dateOf = (instant: number) =>
    input.days.find((day) => day.start <= instant && instant < day.end)?.date;
  const keys = {
    perDay: (date: Temporal.PlainDate) => `${date}`,
    perWeek: (date: Temporal.PlainDate) => `${date.subtract({ days: date.dayOfWeek - 1 })}`,
    perMonth: (date: Temporal.PlainDate) => `${date.toPlainYearMonth()}`,
  };
  return (Object.keys(keys) as (keyof typeof keys)[]).every((period) => {
    const limit = input.limits?.[period];
    if (limit === undefined) return true;
    const same = input.booked.filter((booking) => {
      const date = dateOf(booking.start);
      return date !== undefined && keys[period](date) === keys[period](input.date);
    });
    const minutes = same.reduce((sum, { start, end }) => sum + (end - start) / minute, 0);
    const { bookings = Infinity } = limit;
    return same.length < bookings && minutes + input.minutes <= (limit.minutes ?? Infinity);
  });
}

function withinHorizon(host: HostRules, request: SlotRequest, date: Temporal.PlainDate): boolean {
  const { horizon } = request.rules;
  if (horizon === undefined) return true;
  if (horizon.type === "FIXED") return horizon.from <= `${date}` && `${date}` <= horizon.to;
  const today = todayOf(host, request.now);
  if (horizon.type === "ROLLING") {
    return today.until(date).days <= horizon.days;
  }
  let businessDays = 0;
  for (
    let other = today.add({ days: 1 });
    Temporal.PlainDate.compare(other, date) < 0;
    other = other.add({ days: 1 })
  ) {
    if (other.dayOfWeek <= 5 && host.holidays?.includes(`${other}`) !== true) businessDays += 1;
  }
  return horizon.days > businessDays || Temporal.PlainDate.compare(date, today) === 0;
}

function todayOf(host: HostRules, now: number): Temporal.PlainDate {
  const near = daysOf(host, { start: now, end: now }, 3);
  return near.find((day) => day.start <= now && now < day.end)?.date as Temporal.PlainDate;
}

/** Days from 45 before the window to 3 after it: whole months of bookings, and any chain of windows. */
function daysOf(
  host: HostRules,
  window: { start: number; end: number },
  around = 45,
): readonly Day[] {
  const { timeZone, weekly, overrides = [], travel = [] } = host.schedule;
  const zoneOn = (date: Temporal.PlainDate) =>
    travel.find((trip) => trip.from <= `${date}` && `${date}` <= trip.to)?.timeZone ?? timeZone;
  const wall = (date: Temporal.PlainDate, time: string, zone: string) =>
    time === "24:00"
      ? date.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: "00:00" })
          .epochMilliseconds
      : date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  const dateOf = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = dateOf(window.start).subtract({ days: around });
  const last = dateOf(window.end).add({ days: 35 });
  const days: Day[] = [];
  for (
    let date = first;
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const zone = zoneOn(date);
    const next = date.add({ days: 1 });
    const hours =
      overrides.find((override) => override.date === `${date}`)?.windows ??
      (host.holidays?.includes(`${date}`) === true
        ? []
        : weekly.filter((row) => row.days.includes(date.dayOfWeek)));
    days.push({
      date,
      start: wall(date, "00:00", zone),
      end: wall(next, "00:00", zoneOn(next)),
      windows: hours.map(({ start, end }) => [
        wall(date, start, zone),
        wall(end <= start ? next : date, end, zone),
      ]),
    });
  }
  return days;
}

const mergedOf = new WeakMap<readonly Day[], [number, number][]>();

function merge(days: readonly Day[]): readonly [number, number][] {
  const known = mergedOf.get(days);
  if (known !== undefined) return known;
  const merged: [number, number][] = [];
  const windows = days.flatMap((day) => day.windows).filter(([from, until]) => from < until);
  for (const [from, until] of windows.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  mergedOf.set(days, merged);
  return merged;
}

function shared(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): [number, number][] {
  return a.flatMap(([from, until]) =>
    b
      .map(([other, otherUntil]): [number, number] => [
        Math.max(from, other),
        Math.min(until, otherUntil),
      ])
      .filter(([start, end]) => start < end),
  );
}
