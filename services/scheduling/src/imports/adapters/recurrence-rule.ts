import { wallOf } from "./wall-of.ts";

/** A weekday of BYDAY, 0 is Sunday; `nth`: only the nth of its month or year, from the end when negative; 0: each. */
export type RuleWeekday = { readonly weekday: number; readonly nth: number };

/** A rule of RFC 5545 3.3.10. An empty list: the rule does not have the part. */
export type RecurrenceRule = {
  readonly frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  readonly count: number | null;
  readonly until: string | null;
  readonly weekStart: number;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeek: readonly number[];
  readonly byDay: readonly RuleWeekday[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly bySetPosition: readonly number[];
};

const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The rule of a text in capitals; null for a text without a rule, or with one that recurs within a day. */
export function readRule(text: string): RecurrenceRule | null {
  const parts = new Map(
    text
      .split(";")
      .map((part) => part.trim().split("="))
      .map(([name = "", value = ""]) => [name.trim(), value.trim()]),
  );
  const frequency = frequencies.find((each) => each === parts.get("FREQ"));
  const list = (name: string) => parts.get(name)?.split(",").filter(Boolean) ?? [];
  const numbers = (name: string, most: number) => list(name).map((n) => numberOf(n, most));
  const byDay = list("BYDAY").map(weekdayOf);
  const positive = (name: string) => (parts.has(name) ? numberOf(parts.get(name), 100_000) : null);
  const [interval, count] = [positive("INTERVAL") ?? 1, positive("COUNT")];
  const until = parts.get("UNTIL") ?? null;
  const lists = {
    byMonth: numbers("BYMONTH", 12),
    byMonthDay: numbers("BYMONTHDAY", 31),
    byYearDay: numbers("BYYEARDAY", 366),
    byWeek: numbers("BYWEEKNO", 53),
    byHour: numbers("BYHOUR", 23),
    byMinute: numbers("BYMINUTE", 59),
    bySecond: numbers("BYSECOND", 59),
    bySetPosition: numbers("BYSETPOS", 366),
  };
  const isRead =
    Object.values(lists).flat().every(Number.isInteger) &&
    [interval, count ?? 1].every((n) => n >= 1) &&
    (until === null || wallOf(until) !== null);
  if (frequency === undefined || !isRead || byDay.some((each) => each === null)) return null;
  const weekStart = Math.max(0, weekdays.indexOf(parts.get("WKST") ?? "MO"));
  const days = byDay.filter((each) => each !== null);
  return { frequency, interval, count, until, weekStart, byDay: days, ...lists };
}

/** NaN for a text without a number of that size. */
function numberOf(text: string | undefined, most: number): number {
  const isNumber = /^[+-]?\d{1,6}$/.test(text ?? "");
  const number = isNumber ? Number(text) : Number.NaN;
  return Math.abs(number) <= most ? number : Number.NaN;
}

function weekdayOf(text: string): RuleWeekday | null {
  const [, nth, name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = weekdays.indexOf(name);
  return weekday < 0 ? null : { weekday, nth: Number(nth ?? 0) };
}
