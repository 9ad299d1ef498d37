import { day, hour, minute, second, type Instant } from "@tidbok/domain";
import type { RecurrenceRule } from "./recurrence-rule.ts";
import { daysOf, firstPeriod, type Period } from "./rule-days.ts";
import { takeStep, type StepBudget } from "./step-budget.ts";
import { wallOf } from "./wall-of.ts";

type StartsQuery = {
  /** The wall time of DTSTART: milliseconds since 1970 on that wall. */
  readonly start: number;
  /** Starts before this wall time are counted, and left out. */
  readonly from: number;
  /** No start at this wall time or later is computed. */
  readonly until: number;
  /** The instant of a wall time, for an UNTIL in UTC. */
  readonly instantOf: (wall: number) => Instant;
  readonly budget: StepBudget;
};

/**
 * The wall times of a rule in order (RFC 5545 3.3.10). DTSTART itself is one only if the rule names it. ical.js has an
 * iterator, but that never returns for rules such as FREQ=DAILY;BYDAY=TU;INTERVAL=7 on a Monday, and makes 2 March of
 * 30 February. Throws InvalidInput when the budget is used up.
 */
export function ruleStarts(rule: RecurrenceRule, query: StartsQuery): readonly number[] {
  const { start, from, until, budget } = query;
  const times = timesOfDay(rule, start);
  const isOver = endOf(rule, query.instantOf);
  const starts: number[] = [];
  let count = 0;
  let period: Period = firstPeriod(rule, { start, from });
  for (; period.first * day < until; period = period.next()) {
    takeStep(budget);
    const days = daysOf(rule, { period, start, budget });
    const walls = days.flatMap((number) => times.map((time) => number * day + time));
    for (const wall of atPositions(walls, rule.bySetPosition)) {
      if (wall < start) continue;
      count += 1;
      if (wall >= until || isOver(wall) || (rule.count !== null && count > rule.count))
        return starts;
      if (wall >= from) starts.push(wall);
    }
  }
  return starts;
}

function timesOfDay({ byHour, byMinute, bySecond }: RecurrenceRule, start: number): number[] {
  const time = ((start % day) + day) % day;
  const orOwn = (numbers: readonly number[], own: number) =>
    numbers.length > 0 ? [...numbers].sort((a, b) => a - b) : [Math.floor(own)];
  const hours = orOwn(byHour, time / hour);
  const minutes = orOwn(byMinute, (time % hour) / minute);
  const seconds = orOwn(bySecond, (time % minute) / second);
  return hours.flatMap((h) =>
    minutes.flatMap((m) => seconds.map((s) => h * hour + m * minute + s * second)),
  );
}

function atPositions(walls: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return walls;
  const chosen = positions.flatMap((position) => {
    const wall = walls.at(position > 0 ? position - 1 : position);
    return wall === undefined ? [] : [wall];
  });
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** Whether a wall time lies after UNTIL: an instant, a wall time, or a date that counts as a whole day. */
function endOf(
  { until }: RecurrenceRule,
  instantOf: StartsQuery["instantOf"],
): (wall: number) => boolean {
  const last = until === null ? null : wallOf(until);
  if (last === null) return () => false;
  if (last.isUtc) return (wall) => instantOf(wall) > last.wall;
  return (wall) => wall > (last.isDate ? last.wall + day - 1 : last.wall);
}
