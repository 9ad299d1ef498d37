import type { Limit, Limits } from "../request/meeting-rules.ts";
import { fieldsOf, isGiven, maybeNumber, mistake, wordOf, type Field } from "./case-fields.ts";

/** Other names of the limits. */
export const limitNames = {
  perDay: ["day", "daily", "PER_DAY", "bookingsPerDay", "maxPerDay", "limitPerDay"],
  perWeek: ["week", "weekly", "PER_WEEK", "bookingsPerWeek", "maxPerWeek", "limitPerWeek"],
  perMonth: ["month", "monthly", "PER_MONTH", "bookingsPerMonth", "maxPerMonth", "limitPerMonth"],
  minutesPerDay: ["dayMinutes", "perDayMinutes", "maxMinutesPerDay"],
  minutesPerWeek: ["weekMinutes", "perWeekMinutes", "maxMinutesPerWeek"],
  minutesPerMonth: ["monthMinutes", "perMonthMinutes", "maxMinutesPerMonth"],
} as const;

const countNames = {
  bookings: ["count", "max", "number", "limit"],
  minutes: ["duration", "maxMinutes"],
} as const;

/**
 * Limits: `{perDay: 2, minutesPerWeek: 300}`, `{perDay: {bookings, minutes}}`, `{minutes: {perDay}}`,
 * or one or a list of `{per: "day", count, minutes}`; in `durations` all numbers are minutes.
 */
export function readLimits(limits: Field, durations: Field): Limits | undefined {
  if (!isGiven(limits) && !isGiven(durations)) return undefined;
  const value = isGiven(limits) ? limits.value : {};
  const isOne = typeof value === "object" && value !== null && "per" in value;
  const byPeriod = Array.isArray(value) || isOne ? byName({ ...limits, value }) : value;
  const fields = fieldsOf({ ...limits, value: byPeriod }, { ...limitNames, minutes: [] });
  const longest = isGiven(fields.minutes) ? fields.minutes : durations;
  const minutes = fieldsOf({ ...longest, value: longest.value ?? {} }, limitNames);
  const limit = (period: "Day" | "Week" | "Month"): Limit => {
    const own = readLimit(fields[`per${period}`]);
    const most = maybeNumber(fields[`minutesPer${period}`]) ?? maybeNumber(minutes[`per${period}`]);
    return { ...own, minutes: most ?? own.minutes };
  };
  return { perDay: limit("Day"), perWeek: limit("Week"), perMonth: limit("Month") };
}

function readLimit(field: Field): Limit {
  if (typeof field.value !== "object") return { bookings: maybeNumber(field) };
  const { bookings, minutes } = fieldsOf(field, countNames);
  return { bookings: maybeNumber(bookings), minutes: maybeNumber(minutes) };
}

/** `[{per: "day", count: 2}]` as `{day: {bookings: 2}}`. */
function byName(field: Field): Record<string, Limit> {
  const limits: Record<string, Limit> = {};
  const rows = Array.isArray(field.value) ? (field.value as unknown[]) : [field.value];
  for (const value of rows) {
    const row = fieldsOf({ ...field, value }, { per: ["period", "unit"], ...countNames });
    const period = wordOf(row.per);
    if (!["day", "week", "month"].includes(period)) {
      throw mistake(row.per, "must be day, week or month");
    }
    const { bookings, minutes } = limits[period] ?? {};
    limits[period] = {
      bookings: maybeNumber(row.bookings) ?? bookings,
      minutes: maybeNumber(row.minutes) ?? minutes,
    };
  }
  return limits;
}
