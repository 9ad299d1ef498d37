import { day } from "@tidbok/domain";
import type { RecurrenceRule } from "./recurrence-rule.ts";
import { takeStep, type StepBudget } from "./step-budget.ts";

/** A day, week, month or year of a rule: its first day and its end, in days since 1970-01-01. */
export type Period = { readonly first: number; readonly end: number; readonly next: () => Period };

/**
 * The period of DTSTART, in which the days of a rule are counted. A rule without COUNT begins with a later one, because
 * Outlook's rules for zones begin in 1601.
 */
export function firstPeriod(
  rule: RecurrenceRule,
  { start, from }: { readonly start: number; readonly from: number },
): Period {
  const { frequency, interval } = rule;
  const number = Math.floor(start / day);
  const date = new Date(start);
  if (frequency === "DAILY" || frequency === "WEEKLY") {
    const length = frequency === "DAILY" ? 1 : 7;
    const first = frequency === "DAILY" ? number : number - daysSince(rule.weekStart, number);
    const step = length * interval;
    const skipped = Math.floor((Math.floor(from / day) - length - first) / step);
    return spanOf(first + stepsBefore(rule, skipped) * step, { length, step });
  }
  const months = frequency === "MONTHLY" ? 1 : 12;
  const firstMonth = frequency === "MONTHLY" ? monthNumber(date) : date.getUTCFullYear() * 12;
  const step = months * interval;
  const skipped = Math.floor((monthNumber(new Date(from)) - months - firstMonth) / step);
  return monthsOf(firstMonth + stepsBefore(rule, skipped) * step, { months, step });
}

function stepsBefore({ count }: RecurrenceRule, skipped: number): number {
  return count === null ? Math.max(0, skipped) : 0;
}

function spanOf(first: number, by: { readonly length: number; readonly step: number }): Period {
  return { first, end: first + by.length, next: () => spanOf(first + by.step, by) };
}

function monthsOf(month: number, by: { readonly months: number; readonly step: number }): Period {
  const first = dayOfMonth(month, 1);
  const end = dayOfMonth(month + by.months, 1);
  return { first, end, next: () => monthsOf(month + by.step, by) };
}

/** The days of a period that the rule names, in order. */
export function daysOf(
  rule: RecurrenceRule,
  {
    period,
    start,
    budget,
  }: { readonly period: Period; readonly start: number; readonly budget: StepBudget },
): readonly number[] {
  const filled = withOwnDay(rule, new Date(start));
  const isNamed = filterOf(filled);
  const days: number[] = [];
  let number = period.first;
  while (number < period.end) {
    takeStep(budget);
    const date = new Date(number * day);
    const month = date.getUTCMonth() + 1;
    if (filled.byMonth.length > 0 && !filled.byMonth.includes(month)) {
      number = dayOfMonth(monthNumber(date) + 1, 1);
      continue;
    }
    if (isNamed(number, date)) days.push(number);
    number += 1;
  }
  return days;
}

/** A rule that names no day means the day of DTSTART. */
function withOwnDay(rule: RecurrenceRule, start: Date): RecurrenceRule {
  const { frequency, byMonth, byMonthDay, byYearDay, byWeek, byDay } = rule;
  if (frequency === "DAILY" || [byMonthDay, byYearDay, byDay].some(({ length }) => length > 0)) {
    return rule;
  }
  const ownWeekday = { ...rule, byDay: [{ weekday: start.getUTCDay(), nth: 0 }] };
  if (frequency === "WEEKLY" || byWeek.length > 0) return ownWeekday;
  const ownDay = { ...rule, byMonthDay: [start.getUTCDate()] };
  const isOwnMonth = frequency === "YEARLY" && byMonth.length === 0;
  return isOwnMonth ? { ...ownDay, byMonth: [start.getUTCMonth() + 1] } : ownDay;
}

type DayFilter = (number: number, date: Date) => boolean;

function filterOf(rule: RecurrenceRule): DayFilter {
  const { frequency, byMonth, byMonthDay, byYearDay, byWeek, byDay, weekStart } = rule;
  // In weeks and days a number before a weekday has no meaning.
  const within = frequency === "YEARLY" && byMonth.length === 0 ? yearOf : monthOf;
  const isCounted = (frequency === "MONTHLY" || frequency === "YEARLY") && byWeek.length === 0;
  const filters: DayFilter[] = [];
  if (byMonthDay.length > 0)
    filters.push((n, date) => isNumbered(byMonthDay, placeIn(monthOf(date), n)));
  if (byYearDay.length > 0)
    filters.push((n, date) => isNumbered(byYearDay, placeIn(yearOf(date), n)));
  if (byWeek.length > 0)
    filters.push((n) => weeksOf(n, weekStart).some((week) => byWeek.includes(week)));
  if (byDay.length > 0) {
    filters.push((n, date) =>
      byDay.some(({ weekday, nth }) => {
        if (weekday !== date.getUTCDay()) return false;
        return nth === 0 || !isCounted || isNth(nth, placeIn(within(date), n));
      }),
    );
  }
  return (number, date) => filters.every((filter) => filter(number, date));
}

type Span = { readonly first: number; readonly end: number };

/** The place of a day in its month or year: 0 is the first from the start, and the last from the end. */
type Place = { readonly fromStart: number; readonly fromEnd: number };

function placeIn({ first, end }: Span, number: number): Place {
  return { fromStart: number - first, fromEnd: end - 1 - number };
}

function isNumbered(numbers: readonly number[], { fromStart, fromEnd }: Place): boolean {
  return numbers.includes(fromStart + 1) || numbers.includes(-fromEnd - 1);
}

function isNth(nth: number, { fromStart, fromEnd }: Place): boolean {
  return nth > 0 ? nth === Math.floor(fromStart / 7) + 1 : -nth === Math.floor(fromEnd / 7) + 1;
}

/**
 * The number of a day's week from the start and from the end of its year; week 1 has four days of the year (ISO
 * 8601).
 */
function weeksOf(number: number, weekStart: number): readonly number[] {
  const begin = number - daysSince(weekStart, number);
  const year = new Date((begin + 3) * day).getUTCFullYear();
  const firstWeek = (of: number) => {
    const fourth = dayOfMonth(of * 12, 4);
    return fourth - daysSince(weekStart, fourth);
  };
  return [(begin - firstWeek(year)) / 7 + 1, (begin - firstWeek(year + 1)) / 7];
}

function daysSince(weekStart: number, number: number): number {
  // 1970-01-01 was a Thursday.
  return (((number + 4 - weekStart) % 7) + 7) % 7;
}

function monthNumber(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dayOfMonth(month: number, dayNumber: number): number {
  return Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, dayNumber) / day;
}

function monthOf(date: Date): Span {
  const month = monthNumber(date);
  return { first: dayOfMonth(month, 1), end: dayOfMonth(month + 1, 1) };
}

function yearOf(date: Date): Span {
  const month = date.getUTCFullYear() * 12;
  return { first: dayOfMonth(month, 1), end: dayOfMonth(month + 12, 1) };
}
