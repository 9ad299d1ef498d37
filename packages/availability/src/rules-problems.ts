import type { InputProblem } from "@tidbok/domain";
import { checkDateRange } from "./date-problems.ts";
import type { Limits, MeetingRules } from "./meeting-rules.ts";
import { bounds, checkWhole, problems, type Problems } from "./problems.ts";

/** Every mistake of a meeting type's rules, with its path below the rules; none: an empty list. */
export function rulesProblems(rules: MeetingRules): readonly InputProblem[] {
  const list = problems();
  checkRules(list, "", rules);
  return list.found;
}

/** Reports the mistakes of a meeting type's rules; `path` is empty or ends with a dot. */
export function checkRules(list: Problems, path: string, rules: MeetingRules): void {
  const lengths = { minimum: 1, maximum: bounds.durationMinutes };
  const buffers = { minimum: 0, maximum: bounds.bufferMinutes };
  const notices = { minimum: 0, maximum: bounds.noticeMinutes };
  for (const name of ["durationMinutes", "stepMinutes"] as const) {
    checkWhole(list, path + name, { value: rules[name], ...lengths });
  }
  for (const name of ["bufferBeforeMinutes", "bufferAfterMinutes"] as const) {
    checkWhole(list, path + name, { value: rules[name], ...buffers });
  }
  for (const name of ["noticeMinutes", "maximumNoticeMinutes"] as const) {
    checkWhole(list, path + name, { value: rules[name], ...notices });
  }
  if ((rules.maximumNoticeMinutes ?? Number.POSITIVE_INFINITY) < (rules.noticeMinutes ?? 0)) {
    list.add(`${path}maximumNoticeMinutes`, "CONTRADICTS", "must not be less than the notice");
  }
  checkDurations(list, path, rules);
  checkHorizon(list, `${path}horizon.`, rules.horizon);
  checkLimits(list, `${path}limits.`, rules.limits);
}

function checkDurations(list: Problems, path: string, rules: MeetingRules): void {
  const all = rules.durationsMinutes;
  if (all === undefined) return;
  if (all.length > 50) list.add(`${path}durationsMinutes`, "TOO_MANY", "must be 50 at most");
  for (const [i, value] of all.slice(0, 50).entries()) {
    const range = { minimum: 1, maximum: bounds.durationMinutes };
    checkWhole(list, `${path}durationsMinutes.${i}`, { value, ...range });
    if (all.indexOf(value) < i) {
      list.add(`${path}durationsMinutes.${i}`, "REPEATED", "must not be offered twice");
    }
  }
  if (!all.includes(rules.durationMinutes)) {
    list.add(`${path}durationMinutes`, "NOT_OFFERED", "must be one of the durations on offer");
  }
}

function checkHorizon(list: Problems, path: string, horizon: MeetingRules["horizon"]): void {
  if (horizon === undefined) return;
  if (horizon.type === "FIXED") checkDateRange(list, path, horizon);
  else {
    const range = { minimum: 0, maximum: bounds.horizonDays };
    checkWhole(list, `${path}days`, { value: horizon.days, ...range });
  }
}

/** Reports limits that are no numbers and longer periods that allow less than a shorter one; `path` ends with a dot. */
export function checkLimits(list: Problems, path: string, limits: Limits | undefined): void {
  for (const unit of ["bookings", "minutes"] as const) {
    let [shorter, least] = ["", 0];
    for (const period of ["perDay", "perWeek", "perMonth"] as const) {
      const value = limits?.[period]?.[unit];
      if (value === undefined) continue;
      checkWhole(list, `${path}${period}.${unit}`, { value, minimum: 1, maximum: 1_000_000 });
      if (value < least) {
        const message = `must not be less than the limit ${shorter}`;
        list.add(`${path}${period}.${unit}`, "CONTRADICTS", message);
      }
      [shorter, least] = [period, value];
    }
  }
}
