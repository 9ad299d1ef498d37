import { isTimeZone, type InputProblem } from "@tidbok/domain";
import {
  checkDate,
  checkDateRange,
  bounds,
  isReadable,
  problemList,
  type Place,
} from "./problem-list.ts";
import { dayNumber, minuteOfDay } from "../time/wall-time.ts";
import type { DateOverride, Hours, Schedule, Travel, WeeklyHours } from "../request/host-rules.ts";

/** Every mistake of a schedule, with its path below the schedule (`weekly.0.end`); an empty list for a valid schedule. */
export function scheduleProblems(schedule: Schedule): readonly InputProblem[] {
  const { found, root } = problemList();
  checkSchedule(root, schedule);
  return found;
}

/** Notes the mistakes of a schedule. */
export function checkSchedule(place: Place, schedule: Schedule): void {
  checkZone(place.at("timeZone"), schedule.timeZone);
  checkWeekly(place.at("weekly"), schedule.weekly);
  checkOverrides(place.at("overrides"), schedule.overrides ?? []);
  checkTravel(place.at("travel"), schedule.travel ?? []);
}

function checkZone(place: Place, timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  place.add("UNKNOWN_TIME_ZONE", "must be an IANA time zone such as Europe/Stockholm");
}

function checkWeekly(place: Place, weekly: readonly WeeklyHours[]): void {
  const maximum = 7 * bounds.windowsPerDay;
  if (!isReadable(place, { length: weekly.length, maximum })) return;
  for (const [i, hours] of weekly.entries()) {
    checkHours(place.at(i), hours);
    const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
    if (hours.days.length === 0 || hours.days.length > 7 || !hours.days.every(isDay)) {
      place.at(i, "days").add("NOT_A_WEEKDAY", "must be days from 1 to 7, one at least");
    }
  }
}

function checkHours(place: Place, { start, end }: Hours): void {
  const from = minuteOfDay(start);
  const until = minuteOfDay(end);
  const message = "must be a wall time such as 09:00";
  if (Number.isNaN(from) || from === 1_440) place.at("start").add("NOT_A_TIME", message);
  if (Number.isNaN(until)) place.at("end").add("NOT_A_TIME", message);
  if (from !== until) return;
  place.at("end").add("EMPTY_WINDOW", "must differ from the start; a whole day is 00:00 to 24:00");
}

function checkOverrides(place: Place, overrides: readonly DateOverride[]): void {
  const { length } = overrides;
  if (!isReadable(place, { length, maximum: bounds.overrides })) return;
  const seen = new Set<number>();
  for (const [i, { date, windows }] of overrides.entries()) {
    const number = dayNumber(date);
    checkDate(place.at(i, "date"), date);
    if (seen.has(number)) place.at(i, "date").add("REPEATED", "must not be overridden twice");
    if (!Number.isNaN(number)) seen.add(number);
    const of = place.at(i, "windows");
    if (!isReadable(of, { length: windows.length, maximum: bounds.windowsPerDay })) continue;
    for (const [j, hours] of windows.entries()) checkHours(of.at(j), hours);
  }
}

function checkTravel(place: Place, travel: readonly Travel[]): void {
  if (!isReadable(place, { length: travel.length, maximum: bounds.trips })) return;
  for (const [i, trip] of travel.entries()) {
    checkZone(place.at(i, "timeZone"), trip.timeZone);
    checkDateRange(place.at(i), trip);
    const isTwice = travel
      .slice(0, i)
      .some((other) => other.from <= trip.to && trip.from <= other.to);
    if (isTwice) place.at(i).add("OVERLAPS", "must not overlap another travel");
  }
}
