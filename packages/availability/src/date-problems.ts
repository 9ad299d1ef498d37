import { dayNumber } from "./local-date.ts";
import type { Problems } from "./problems.ts";
import type { DateRange } from "./schedule.ts";

/** The most days that one range may have; also what keeps a slip of a digit out. */
const maximumDays = 5 * 366;

/** Reports dates that are none, that end before they start, or that never end; `path` ends with a dot. */
export function checkDateRange(list: Problems, path: string, { from, to }: DateRange): void {
  const days = dayNumber(to) - dayNumber(from);
  for (const [name, date] of Object.entries({ from, to })) {
    if (!Number.isNaN(dayNumber(date))) continue;
    list.add(`${path}${name}`, "NOT_A_DATE", "must be a date such as 2027-02-28");
  }
  if (days < 0) list.add(`${path}to`, "END_BEFORE_START", "must not lie before the first date");
  if (days > maximumDays)
    list.add(`${path}to`, "TOO_LARGE", "must lie within five years of the first");
}
