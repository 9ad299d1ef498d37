import { isKnownInstant } from "@tidbok/domain";
import { dayNumber } from "../time/local-date.ts";
import { day } from "../time/time-units.ts";
import type { Place } from "./problem-list.ts";
import type { DateRange } from "../request/schedule.ts";

/** The most days that one range may have; also what keeps a slip of a digit out. */
const maximumDays = 5 * 366;

/** Notes dates that do not exist, ranges that end before they start, and ranges that never end. */
export function checkDateRange(place: Place, range: DateRange): void {
  checkDate(place.at("from"), range.from);
  checkDate(place.at("to"), range.to);
  const days = dayNumber(range.to) - dayNumber(range.from);
  const to = place.at("to");
  if (days < 0) to.add("END_BEFORE_START", "must not lie before the first date");
  if (days > maximumDays) to.add("TOO_LARGE", "must lie within five years of the first");
}

/** Notes a date that does not exist, and one outside the years 1970 to 2199. */
export function checkDate(place: Place, date: string): void {
  const number = dayNumber(date);
  if (Number.isNaN(number)) place.add("NOT_A_DATE", "must be a date such as 2027-02-28");
  else if (!isKnownInstant(number * day))
    place.add("OUT_OF_RANGE", "must lie between 1970 and 2199");
}
