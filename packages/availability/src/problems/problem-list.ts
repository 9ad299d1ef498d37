import { type InputProblem, isKnownInstant, day } from "@tidbok/domain";
import { dayNumber } from "../time/wall-time.ts";
import type { DateRange } from "../request/host-rules.ts";

/** How far a rule may go. What lies beyond is a mistake, or an attempt to keep a server busy. */
export const bounds = {
  durationMinutes: 1_440,
  durations: 50,
  bufferMinutes: 1_440,
  noticeMinutes: 5 * 366 * 1_440,
  horizonDays: 5 * 366,
  limit: 1_000_000,
  windowDays: 62,
  overrides: 1_000,
  windowsPerDay: 48,
  trips: 200,
  problems: 100,
} as const;

/** A place in the rules at which mistakes are noted. */
export type Place = {
  /** A place below this one. */
  readonly at: (...names: readonly (string | number)[]) => Place;
  readonly add: (code: string, message: string) => void;
};

/** An empty list, up to `bounds.problems` long, and the place at which all paths begin. */
export function problemList(): { readonly found: readonly InputProblem[]; readonly root: Place } {
  const found: InputProblem[] = [];
  const place = (path: string): Place => ({
    at: (...names) => place((path === "" ? names : [path, ...names]).join(".")),
    add(code, message) {
      if (found.length < bounds.problems) found.push({ path, code, message });
    },
  });
  return { found, root: place("") };
}

/** Notes a number that is not whole or lies outside [minimum, maximum]. Undefined is no mistake. */
export function checkWhole(
  place: Place,
  rule: { readonly value: number | undefined; readonly minimum: number; readonly maximum: number },
): void {
  const { value, minimum, maximum } = rule;
  if (value === undefined) return;
  if (!Number.isInteger(value)) place.add("NOT_A_WHOLE_NUMBER", "must be a whole number");
  else if (value < minimum) place.add("TOO_SMALL", `must be ${minimum} at least`);
  else if (value > maximum) place.add("TOO_LARGE", `must be ${maximum} at most`);
}

/** Notes a list that is too long, and says whether it is short enough to be read. */
export function isReadable(
  place: Place,
  list: { readonly length: number; readonly maximum: number },
): boolean {
  if (list.length <= list.maximum) return true;
  place.add("TOO_MANY", `must be ${list.maximum} at most`);
  return false;
}

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
