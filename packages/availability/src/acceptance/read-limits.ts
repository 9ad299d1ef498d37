import type { Limit, Limits } from "../meeting-rules.ts";
import { CaseMistake, fieldsOf, listOf, maybeNumber, textOf } from "./case-fields.ts";

const names = {
  perDay: ["day", "daily", "PER_DAY", "bookingsPerDay", "countPerDay"],
  perWeek: ["week", "weekly", "PER_WEEK", "bookingsPerWeek", "countPerWeek"],
  perMonth: ["month", "monthly", "PER_MONTH", "bookingsPerMonth", "countPerMonth"],
  minutesPerDay: ["dayMinutes", "minutesDay", "perDayMinutes", "dailyMinutes"],
  minutesPerWeek: ["weekMinutes", "minutesWeek", "perWeekMinutes", "weeklyMinutes"],
  minutesPerMonth: ["monthMinutes", "minutesMonth", "perMonthMinutes", "monthlyMinutes"],
  minutes: [],
};

/**
 * Limits: `{perDay: 2, minutesPerWeek: 300}`, `{perDay: {bookings, minutes}}`, `{minutes: {perDay}}`
 * or a list of `{per: "day", count, minutes}`; in `durations` all numbers are minutes.
 */
export function readLimits(value: unknown, durations: unknown, path: string): Limits | undefined {
  if (value === undefined && durations === undefined) return undefined;
  const fields = fieldsOf(
    Array.isArray(value) ? fromList(value, path) : (value ?? {}),
    path,
    names,
  );
  const minutes = fieldsOf(fields.minutes ?? durations ?? {}, `${path}.minutes`, names);
  const limit = (period: "Day" | "Week" | "Month"): Limit => {
    const own = readLimit(fields[`per${period}`], `${path}.per${period}`);
    const most = fields[`minutesPer${period}`] ?? minutes[`per${period}`];
    return { ...own, minutes: maybeNumber(most, `${path}.minutesPer${period}`) ?? own.minutes };
  };
  return { perDay: limit("Day"), perWeek: limit("Week"), perMonth: limit("Month") };
}

function readLimit(value: unknown, path: string): Limit {
  if (typeof value !== "object") return { bookings: maybeNumber(value, path) };
  const { bookings, minutes } = fieldsOf(value, path, {
    bookings: ["count", "max", "number", "limit"],
    minutes: ["duration", "maxMinutes"],
  });
  return {
    bookings: maybeNumber(bookings, `${path}.bookings`),
    minutes: maybeNumber(minutes, `${path}.minutes`),
  };
}

function fromList(value: unknown, path: string): Record<string, unknown> {
  const rows = listOf(value, path, (row, at) => {
    const limit = fieldsOf(row, at, {
      per: ["period", "unit"],
      bookings: ["count", "max", "number", "limit"],
      minutes: ["duration", "maxMinutes"],
    });
    const period = textOf(limit.per, `${at}.per`).toLowerCase();
    if (!["day", "week", "month"].includes(period)) {
      throw new CaseMistake(`${at}.per must be day, week or month`);
    }
    return [period, limit] as const;
  });
  const byPeriod: Record<string, Record<string, unknown>> = {};
  for (const [period, { bookings, minutes }] of rows) {
    byPeriod[period] = {
      ...byPeriod[period],
      ...(bookings !== undefined && { bookings }),
      ...(minutes !== undefined && { minutes }),
    };
  }
  return byPeriod;
}
