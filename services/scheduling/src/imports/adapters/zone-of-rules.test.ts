import { zoneNamed } from "@tidbok/availability";
import { hour, minute } from "@tidbok/domain";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { parseCalendar } from "./parse-calendar.ts";
import { newBudget } from "./step-budget.ts";
import { zoneOfRules } from "./zone-of-rules.ts";

const years = { first: 1999, last: 2030 };
const begin = Date.UTC(2014, 0);
const end = Date.UTC(2030, 0);

type Change = { readonly at: number; readonly from: number; readonly to: number };

function changesOf(name: string): readonly Change[] {
  const zone = zoneNamed(name);
  const changes: Change[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(name);
  while ((at = at.getTimeZoneTransition("next")) !== null && at.epochMilliseconds < end) {
    const instant = at.epochMilliseconds;
    const [from, to] = [zone.offsetAt(instant - 1), zone.offsetAt(instant)];
    if (from !== to) changes.push({ at: instant, from, to });
  }
  return changes;
}

const local = (wall: number) => new Date(wall).toISOString().replace(/[-:]|\.\d+Z/g, "");
const utc = (instant: number) => `${local(instant)}Z`;

function offset(ms: number): string {
  const minutes = Math.abs(ms) / minute;
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${ms < 0 ? "-" : "+"}${two(minutes / 60)}${two(minutes % 60)}`;
}

type Part = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

function zoneFrom(parts: readonly Part[]) {
  const lines = parts.flatMap(({ from, to, lines: own }) => {
    const kind = to > from ? "DAYLIGHT" : "STANDARD";
    const offsets = [`TZOFFSETFROM:${offset(from)}`, `TZOFFSETTO:${offset(to)}`];
    return [`BEGIN:${kind}`, ...own, ...offsets, `END:${kind}`];
  });
  const whole = ["BEGIN:VTIMEZONE", "TZID:Own", ...lines, "END:VTIMEZONE"];
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", ...whole, "END:VCALENDAR", ""].join("\r\n");
  const [component] = parseCalendar(text).calendars[0]?.getAllSubcomponents("vtimezone") ?? [];
  const zone = component && zoneOfRules(component, { years, budget: newBudget() });
  if (!zone) throw new Error("The zone cannot be read.");
  return zone;
}

/** One block of each pair of offsets, with its onsets as RDATE: every second one a list, every third one of UTC. */
function withDates(changes: readonly Change[]) {
  const pairs = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`);
  return [...pairs.values()].map(([first, ...others]) => {
    const { at, from, to } = first as Change;
    const dates = others.map((each, i) => (i % 3 === 0 ? utc(each.at) : local(each.at + from)));
    const lists = [
      dates.filter((_, i) => i % 2 === 0).join(),
      ...dates.filter((_, i) => i % 2 === 1),
    ];
    const rdates = lists.filter(Boolean).map((list) => `RDATE:${list}`);
    return { from, to, lines: [`DTSTART:${local(at + from)}`, ...rdates] };
  });
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The ways in which exporters say the day of an onset in its month. */
function daysOf(wall: number): readonly string[] {
  const date = new Date(wall);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1];
  const weekday = weekdays[date.getUTCDay()] ?? "";
  const length = new Date(Date.UTC(date.getUTCFullYear(), month, 0)).getUTCDate();
  const week = Math.ceil(day / 7);
  const range = Array.from({ length: 7 }, (_, i) => (week - 1) * 7 + 1 + i);
  const last = day > length - 7 ? [`BYDAY=-1${weekday}`, `BYDAY=${weekday};BYSETPOS=-1`] : [];
  const nth =
    week < 5 ? [`BYDAY=${week}${weekday}`, `BYMONTHDAY=${range.join()};BYDAY=${weekday}`] : [];
  return [...last, ...nth, `BYMONTHDAY=${day}`].map((days) => `BYMONTH=${month};${days}`);
}

const isNamed = (rule: string, wall: number) => daysOf(wall).includes(rule);

/** Runs of changes that follow one rule at one time of day in years one after the other. */
function runsOf(changes: readonly Change[]) {
  const runs: { rule: string; all: Change[] }[] = [];
  for (const change of changes) {
    const wall = change.at + change.from;
    const run = runs.find(({ rule, all }) => {
      const last = all.at(-1) as Change;
      const isSame = last.from === change.from && last.to === change.to;
      const [then, now] = [new Date(last.at + last.from), new Date(wall)];
      const isNext = now.getUTCFullYear() - then.getUTCFullYear() === 1;
      const isSameTime = (wall - last.at - last.from) % (24 * hour) === 0;
      return isSame && isNext && isSameTime && isNamed(rule, wall);
    });
    if (run) run.all.push(change);
    else runs.push({ rule: bestRule(change, changes), all: [change] });
  }
  return runs;
}

/** Of the ways to say the day of a change, the one that names most of the others as well. */
function bestRule({ at, from, to }: Change, changes: readonly Change[]): string {
  const others = changes.filter((each) => each.at > at && each.from === from && each.to === to);
  const ruled = daysOf(at + from).map((rule) => {
    const missed = others.findIndex((each) => !isNamed(rule, each.at + from));
    return { rule, count: missed < 0 ? others.length : missed };
  });
  return ruled.reduce((best, next) => (next.count > best.count ? next : best)).rule;
}

/** RRULE with UNTIL in UTC, with COUNT, or, where nothing follows until 2030, without an end. */
function withRules(changes: readonly Change[]) {
  return runsOf(changes).map(({ rule, all: [first, ...others] }, i) => {
    const { at, from, to } = first as Change;
    const last = others.at(-1);
    const start = `DTSTART:${local(at + from)}`;
    if (!last) return { from, to, lines: [start] };
    const isOpen = new Date(last.at).getUTCFullYear() === 2029;
    const isEnd = i % 2 === 0 ? `;UNTIL=${utc(last.at)}` : `;COUNT=${others.length + 1}`;
    return { from, to, lines: [start, `RRULE:FREQ=YEARLY;${rule}${isOpen ? "" : isEnd}`] };
  });
}

/** A zone of the last two changes alone, whose rules begin on 1 January 1601, as Outlook writes them. */
function asOutlook([first, second]: readonly [Change, Change], changes: readonly Change[]) {
  return [first, second].map((change) => {
    const time = local(change.at + change.from).slice(8);
    const rule = `RRULE:FREQ=YEARLY;INTERVAL=1;WKST=MO;${bestRule(change, changes)}`;
    return { ...change, lines: [`DTSTART:16010101${time}`, rule] };
  });
}

/** The wall times about a change: from two hours before to two hours after it, in steps, and its edges. */
function wallsAbout({ at, from, to }: Change): readonly number[] {
  const steps = [-120, -90, -60, -30, -1, 0, 1, 30, 60, 90, 120].map((n) => n * minute);
  return [...new Set([from, to].flatMap((each) => steps.map((step) => at + each + step)))];
}

function expectSame(name: string, own: ReturnType<typeof zoneFrom>, changes: readonly Change[]) {
  const real = zoneNamed(name);
  for (const change of changes) {
    for (const wall of wallsAbout(change)) {
      if (own.instantOf(wall) === real.instantOf(wall)) continue;
      expect(local(own.instantOf(wall)), `${name} ${local(wall)}`).toBe(
        local(real.instantOf(wall)),
      );
    }
    for (const instant of [change.at - 1, change.at]) {
      if (own.offsetAt(instant) === real.offsetAt(instant)) continue;
      expect(own.offsetAt(instant), `${name} ${local(instant)}`).toBe(real.offsetAt(instant));
    }
  }
}

const zones = Intl.supportedValuesOf("timeZone")
  .map((name) => ({ name, changes: changesOf(name) }))
  .filter(({ changes }) => changes.length > 0);

test("the zones have changes, and wall times about them are those of Temporal", () => {
  expect(zones.length).toBeGreaterThan(150);
  for (const { name, changes } of zones.filter((_, i) => i % 20 === 0)) {
    for (const wall of changes.slice(-2).flatMap(wallsAbout)) {
      const text = new Date(wall).toISOString().slice(0, -1);
      const { epochMilliseconds } = Temporal.PlainDateTime.from(text).toZonedDateTime(name);
      expect(zoneNamed(name).instantOf(wall), name).toBe(epochMilliseconds);
    }
  }
});

test("a VTIMEZONE with RDATE agrees with every IANA zone two hours around every change", () => {
  for (const { name, changes } of zones) expectSame(name, zoneFrom(withDates(changes)), changes);
});

test("a VTIMEZONE with RRULE, UNTIL and COUNT agrees with every IANA zone around every change", () => {
  for (const { name, changes } of zones) expectSame(name, zoneFrom(withRules(changes)), changes);
});

test("a VTIMEZONE whose rules begin in 1601, as Outlook writes it, agrees in the years of its rules", () => {
  let count = 0;
  for (const { name, changes } of zones) {
    const recent = changes.filter(({ at }) => at >= Date.UTC(2024, 0));
    const [first, second] = recent;
    if (!first || !second || recent.length !== 12) continue;
    const isRegular = recent.every((each, i) =>
      isNamed(bestRule(i % 2 === 0 ? first : second, recent), each.at + each.from),
    );
    if (!isRegular) continue;
    count += 1;
    expectSame(name, zoneFrom(asOutlook([first, second], recent)), recent.slice(1, -1));
  }
  expect(count).toBeGreaterThan(100);
});
