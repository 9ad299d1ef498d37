import { dayNumber } from "../time/wall-time.ts";
import type { DateOverride, Hours, WeeklyHours } from "../request/host-rules.ts";
import { day } from "@tidbok/domain";
import {
  dateOf,
  fieldsOf,
  isGiven,
  listOf,
  mistake,
  numberOf,
  textOf,
  type Field,
} from "./case-fields.ts";

/** Weekly hours: `{days, start, end}`, or `{days, windows}`. */
export function readWeekly(field: Field): WeeklyHours[] {
  return listOf(field, (row) => {
    const fields = fieldsOf(row, {
      days: ["day", "weekday", "weekdays"],
      start: ["from"],
      end: ["to"],
      windows: ["hours"],
    });
    const days = Array.isArray(fields.days.value)
      ? listOf(fields.days, numberOf)
      : [numberOf(fields.days)];
    return readWindows(fields).map((hours) => ({ days, ...hours }));
  }).flat();
}

/** Overrides by date. Several of one date open what any of them opens. */
export function readOverrides(field: Field): DateOverride[] {
  const byDate = new Map<string, Hours[]>();
  listOf(field, (row) => {
    const fields = fieldsOf(row, {
      date: ["day", "from"],
      to: ["until"],
      windows: ["hours"],
      start: [],
      end: [],
      closed: ["off", "unavailable"],
    });
    const first = dayNumber(dateOf(fields.date));
    const last = isGiven(fields.to) ? dayNumber(dateOf(fields.to)) : first;
    if (!(last >= first)) throw mistake(row, "must have dates such as 2027-02-28");
    const windows = fields.closed.value === true ? [] : readWindows(fields);
    for (let number = first; number <= last; number += 1) {
      const date = new Date(number * day).toISOString().slice(0, 10);
      byDate.set(date, [...(byDate.get(date) ?? []), ...windows]);
    }
  });
  return [...byDate].map(([date, windows]) => ({ date, windows }));
}

/** Windows as pairs or objects, or one window as start and end. One of no length opens nothing. */
function readWindows(fields: {
  readonly windows: Field;
  readonly start: Field;
  readonly end: Field;
}): Hours[] {
  const all = isGiven(fields.start)
    ? [{ start: textOf(fields.start), end: textOf(fields.end) }]
    : listOf(fields.windows, readWindow);
  return all.filter((hours) => hours.start !== hours.end);
}

function readWindow(field: Field): Hours {
  if (Array.isArray(field.value)) {
    const [start = "", end = ""] = listOf(field, textOf);
    return { start, end };
  }
  const { start, end } = fieldsOf(field, { start: ["from"], end: ["to"] });
  return { start: textOf(start), end: textOf(end) };
}
