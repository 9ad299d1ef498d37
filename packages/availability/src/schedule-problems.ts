import { isTimeZone, type InputProblem } from "@tidbok/domain";
import { checkDateRange } from "./date-problems.ts";
import { dayNumber } from "./local-date.ts";
import { minuteOfDay } from "./local-time.ts";
import { bounds, problems, type Problems } from "./problems.ts";
import type { Hours, Schedule } from "./schedule.ts";

/** Every mistake of a schedule, with its path below the schedule (`weekly.0.end`); none: an empty list. */
export function scheduleProblems(schedule: Schedule): readonly InputProblem[] {
  const list = problems();
  checkSchedule(list, "", schedule);
  return list.found;
}

/** Reports the mistakes of a schedule; `path` is empty or ends with a dot. */
export function checkSchedule(list: Problems, path: string, schedule: Schedule): void {
  checkZone(list, `${path}timeZone`, schedule.timeZone);
  checkWeekly(list, path, schedule);
  checkOverrides(list, path, schedule.overrides ?? []);
  checkTravel(list, path, schedule.travel ?? []);
}

function checkZone(list: Problems, path: string, timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  list.add(path, "UNKNOWN_TIME_ZONE", "must be an IANA time zone such as Europe/Stockholm");
}

function checkWeekly(list: Problems, path: string, { weekly }: Schedule): void {
  if (weekly.length > 7 * bounds.windowsPerDay) {
    list.add(`${path}weekly`, "TOO_MANY", `must be ${7 * bounds.windowsPerDay} at most`);
    return;
  }
  for (const [i, hours] of weekly.entries()) {
    checkHours(list, `${path}weekly.${i}.`, hours);
    const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
    if (hours.days.length === 0 || hours.days.length > 7 || !hours.days.every(isDay)) {
      list.add(
        `${path}weekly.${i}.days`,
        "NOT_A_WEEKDAY",
        "must be days from 1 to 7, one at least",
      );
    }
  }
}

function checkHours(list: Problems, path: string, { start, end }: Hours): void {
  const from = minuteOfDay(start);
  const until = minuteOfDay(end);
  const message = "must be a wall time such as 09:00";
  if (Number.isNaN(from) || from === 1_440) list.add(`${path}start`, "NOT_A_TIME", message);
  if (Number.isNaN(until)) list.add(`${path}end`, "NOT_A_TIME", message);
  if (from === until) {
    list.add(
      `${path}end`,
      "EMPTY_WINDOW",
      "must differ from the start; a whole day is 00:00 to 24:00",
    );
  }
}

function checkOverrides(
  list: Problems,
  path: string,
  overrides: NonNullable<Schedule["overrides"]>,
): void {
  if (overrides.length > bounds.overrides) {
    list.add(`${path}overrides`, "TOO_MANY", `must be ${bounds.overrides} at most`);
    return;
  }
  const seen = new Set<number>();
  for (const [i, { date, windows }] of overrides.entries()) {
    const number = dayNumber(date);
    if (Number.isNaN(number)) {
      list.add(`${path}overrides.${i}.date`, "NOT_A_DATE", "must be a date such as 2027-02-28");
    } else if (seen.has(number)) {
      list.add(`${path}overrides.${i}.date`, "REPEATED", "must not be overridden twice");
    }
    seen.add(number);
    if (windows.length > bounds.windowsPerDay) {
      const most = `must be ${bounds.windowsPerDay} at most`;
      list.add(`${path}overrides.${i}.windows`, "TOO_MANY", most);
      continue;
    }
    for (const [j, hours] of windows.entries()) {
      checkHours(list, `${path}overrides.${i}.windows.${j}.`, hours);
    }
  }
}

function checkTravel(list: Problems, path: string, travel: NonNullable<Schedule["travel"]>): void {
  if (travel.length > bounds.trips) {
    list.add(`${path}travel`, "TOO_MANY", `must be ${bounds.trips} at most`);
    return;
  }
  for (const [i, trip] of travel.entries()) {
    checkZone(list, `${path}travel.${i}.timeZone`, trip.timeZone);
    checkDateRange(list, `${path}travel.${i}.`, trip);
    const isTwice = travel
      .slice(0, i)
      .some((other) => other.from <= trip.to && trip.from <= other.to);
    if (isTwice) list.add(`${path}travel.${i}`, "OVERLAPS", "must not overlap another travel");
  }
}
