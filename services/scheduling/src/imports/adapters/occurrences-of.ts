import type { Zone } from "@tidbok/availability";
import { day, type Instant } from "@tidbok/domain";
import { endOf, type CalendarEvent } from "./calendar-event.ts";
import { timesOf, type CalendarTime } from "./calendar-time.ts";
import { textOf, valuesOf } from "./property-text.ts";
import { readRule, type RecurrenceRule } from "./recurrence-rule.ts";
import { ruleStarts } from "./rule-starts.ts";
import type { StepBudget } from "./step-budget.ts";

/** An occurrence of an event. `original` is the start by the rule of its series; null for a meeting of its own. */
export type Occurrence = {
  readonly event: CalendarEvent;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly original: Instant | null;
};

/** A series of this many occurrences is read whole; of a longer one those of a year back and a year ahead are read. */
export const mostOccurrences = 366;

const year = 366 * day;

type Reach = { readonly now: Instant; readonly budget: StepBudget };
type Start = { readonly wall: number; readonly zone: Zone; readonly end?: string | null };

/**
 * The occurrences of a series and its moved ones (RFC 5545 3.8.4 and 3.8.5), by start: those up to five years ahead,
 * or, of a series without an end or with more than 366, those of a year back and a year ahead. Null: its rule cannot
 * be read.
 */
export function occurrencesOf(
  { master, moved }: { readonly master: CalendarEvent; readonly moved: readonly CalendarEvent[] },
  reach: Reach,
): readonly Occurrence[] | null {
  const starts = startsOf(master, reach);
  if (starts === null) return null;
  const occurrences = new Map(
    [...starts].map(([original, start]) => [original, occurrenceAt(master, { start, original })]),
  );
  const inOrder = [...moved].sort(
    (a, b) => Number(b.isRange) - Number(a.isRange) || idOf(a) - idOf(b),
  );
  for (const event of inOrder) {
    const { recurrenceId } = event;
    if (recurrenceId === null) continue;
    for (const original of event.isRange
      ? [...starts.keys()].filter((each) => each >= idOf(event))
      : originalsOf(recurrenceId, starts)) {
      const start = event.isRange ? starts.get(original) : recurrenceId;
      const at = start && movedStart(event, start);
      if (event.state === "CANCELLED" || !at) occurrences.delete(original);
      else occurrences.set(original, occurrenceAt(event, { start: at, original }));
    }
  }
  return [...occurrences.values()].sort((a, b) => a.start - b.start);
}

function occurrenceAt(
  event: CalendarEvent,
  { start, original }: { readonly start: Start; readonly original: Instant },
): Occurrence {
  const end = endOf(event, start);
  return { event, start: start.zone.instantOf(start.wall), end, original };
}

/** The start of a moved occurrence; with RANGE=THISANDFUTURE the later ones move by as much. */
function movedStart(
  { start, recurrenceId, isRange }: CalendarEvent,
  { wall }: Pick<CalendarTime, "wall">,
): Start | null {
  if (!start?.zone || !recurrenceId) return null;
  const { zone } = start;
  if (!isRange) return { wall: start.wall, zone };
  const id = recurrenceId.zone?.instantOf(recurrenceId.wall) ?? recurrenceId.wall;
  return { wall: wall + start.wall - (id + zone.offsetAt(id)), zone };
}

function idOf({ recurrenceId }: CalendarEvent): Instant {
  return recurrenceId?.zone?.instantOf(recurrenceId.wall) ?? 0;
}

/** The occurrences that a time names: the one that begins at it, or for a date those of that day. */
function originalsOf(
  { wall, zone, isDate }: CalendarTime,
  starts: ReadonlyMap<Instant, Start>,
): readonly Instant[] {
  const sameDay = [...starts].flatMap(([original, start]) =>
    isDate && Math.floor(start.wall / day) === Math.floor(wall / day) ? [original] : [],
  );
  return sameDay.length > 0 ? sameDay : zone ? [zone.instantOf(wall)] : [];
}

/** The starts of a series by their instants, without those of EXDATE. */
function startsOf(master: CalendarEvent, reach: Reach): Map<Instant, Start> | null {
  const { component, start, zones } = master;
  if (!start?.zone) return null;
  const { wall, zone } = start;
  const rules = component.getAllProperties("rrule").map((each) => readRule(valuesOf(each).join()));
  if (rules.some((rule) => rule === null)) return null;
  const walls = rules.flatMap((rule) => (rule ? wallsOf(rule, { wall, zone, ...reach }) : []));
  const isLong = rules.some((rule) => rule && isEndless(rule)) || walls.length > mostOccurrences;
  // DTSTART is the first occurrence also where the rule does not name it.
  const isFirstLeftOut = isLong && zone.instantOf(wall) < reach.now - year;
  const all = isFirstLeftOut ? walls : [wall, ...walls];
  const starts = new Map(
    all.map((each): [Instant, Start] => [zone.instantOf(each), { wall: each, zone }]),
  );
  for (const time of component
    .getAllProperties("x-rdate")
    .flatMap((each) => timesOf(each, zones))) {
    if (time.zone && !time.isDate)
      starts.set(time.zone.instantOf(time.wall), { ...time, zone: time.zone });
  }
  for (const time of component.getAllProperties("exdate").flatMap((each) => timesOf(each, zones))) {
    for (const original of originalsOf(time, starts)) starts.delete(original);
  }
  const excluding = readRule(textOf(component, "exrule"));
  const excluded = excluding ? wallsOf(excluding, { wall, zone, ...reach }) : [];
  for (const each of excluded) starts.delete(zone.instantOf(each));
  return starts;
}

function wallsOf(
  rule: RecurrenceRule,
  { wall, zone, now, budget }: Start & Reach,
): readonly number[] {
  const between = (from: Instant, until: Instant) =>
    ruleStarts(rule, {
      start: wall,
      from: from + zone.offsetAt(from),
      until: until + zone.offsetAt(until),
      instantOf: zone.instantOf,
      budget,
    });
  const ofTwoYears = () => between(now - year, now + year);
  if (isEndless(rule)) return ofTwoYears();
  const named = between(zone.instantOf(wall), now + 5 * year);
  // DTSTART counts as one of COUNT also where the rule does not name it.
  const all = rule.count === named.length && named[0] !== wall ? named.slice(0, -1) : named;
  return all.length > mostOccurrences ? ofTwoYears() : all;
}

function isEndless({ count, until }: RecurrenceRule): boolean {
  return count === null && until === null;
}
