import { dayNumber } from "../local-date.ts";
import type { DateOverride, Hours, WeeklyHours } from "../schedule.ts";
import { day } from "../time-units.ts";
import { CaseMistake, fieldsOf, listOf, numberOf, textOf } from "./case-fields.ts";

/** Weekly hours: `{days, start, end}`, or `{days, windows}`. */
export function readWeekly(value: unknown, path: string): WeeklyHours[] {
  return listOf(value, path, (row, at) => {
    const fields = fieldsOf(row, at, {
      days: ["day", "weekday", "weekdays"],
      start: ["from"],
      end: ["to"],
      windows: ["hours"],
    });
    const days = Array.isArray(fields.days) ? fields.days : [fields.days];
    const numbers = days.map((weekday) => numberOf(weekday, `${at}.days`));
    return readWindows(fields, at).map((hours) => ({ days: numbers, ...hours }));
  }).flat();
}

/** Overrides by date. Several of one date open what any of them opens. */
export function readOverrides(value: unknown, path: string): DateOverride[] {
  const byDate = new Map<string, Hours[]>();
  listOf(value, path, (row, at) => {
    const fields = fieldsOf(row, at, {
      date: ["day", "from"],
      to: ["until"],
      windows: ["hours"],
      start: [],
      end: [],
      closed: ["off", "unavailable"],
    });
    const from = textOf(fields.date, `${at}.date`);
    const to = fields.to === undefined ? from : textOf(fields.to, `${at}.to`);
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (!(last >= first)) throw new CaseMistake(`${at} must have dates such as 2027-02-28`);
    const windows = fields.closed === true ? [] : readWindows(fields, at);
    for (let number = first; number <= last; number += 1) {
      const date = new Date(number * day).toISOString().slice(0, 10);
      byDate.set(date, [...(byDate.get(date) ?? []), ...windows]);
    }
  });
  return [...byDate].map(([date, windows]) => ({ date, windows }));
}

/** Windows as pairs or objects, or one window as start and end. One of no length opens nothing. */
function readWindows(
  fields: { readonly windows?: unknown; readonly start?: unknown; readonly end?: unknown },
  path: string,
): Hours[] {
  const all =
    fields.start === undefined
      ? listOf(fields.windows, `${path}.windows`, readWindow)
      : [readWindow([fields.start, fields.end], path)];
  return all.filter((hours) => hours.start !== hours.end);
}

function readWindow(value: unknown, path: string): Hours {
  if (Array.isArray(value)) return { start: textOf(value[0], path), end: textOf(value[1], path) };
  const { start, end } = fieldsOf(value, path, { start: ["from"], end: ["to"] });
  return { start: textOf(start, `${path}.start`), end: textOf(end, `${path}.end`) };
}
