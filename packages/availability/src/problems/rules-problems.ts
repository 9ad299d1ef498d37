import type { InputProblem } from "@tidbok/domain";
import {
  checkDateRange,
  bounds,
  checkWhole,
  isReadable,
  problemList,
  type Place,
} from "./problem-list.ts";
import type { Horizon, Limits, MeetingRules } from "../request/meeting-rules.ts";

/** Every mistake of a meeting type's rules, with its path below the rules; an empty list for valid rules. */
export function rulesProblems(rules: MeetingRules): readonly InputProblem[] {
  const { found, root } = problemList();
  checkRules(root, rules);
  return found;
}

const lengths = { minimum: 1, maximum: bounds.durationMinutes };
const buffers = { minimum: 0, maximum: bounds.bufferMinutes };
const notices = { minimum: 0, maximum: bounds.noticeMinutes };
const ranges = {
  durationMinutes: lengths,
  stepMinutes: lengths,
  bufferBeforeMinutes: buffers,
  bufferAfterMinutes: buffers,
  noticeMinutes: notices,
  maximumNoticeMinutes: notices,
};

/** Notes the mistakes of a meeting type's rules. */
export function checkRules(place: Place, rules: MeetingRules): void {
  for (const [name, range] of Object.entries(ranges)) {
    checkWhole(place.at(name), { value: rules[name as keyof typeof ranges], ...range });
  }
  if ((rules.maximumNoticeMinutes ?? Number.POSITIVE_INFINITY) < (rules.noticeMinutes ?? 0)) {
    const message = "must not be less than the notice";
    place.at("maximumNoticeMinutes").add("CONTRADICTS", message);
  }
  if (rules.durationsMinutes !== undefined) checkDurations(place, rules);
  if (rules.horizon !== undefined) checkHorizon(place.at("horizon"), rules.horizon);
  checkLimits(place.at("limits"), rules.limits);
}

function checkDurations(
  place: Place,
  { durationMinutes, durationsMinutes = [] }: MeetingRules,
): void {
  const all = place.at("durationsMinutes");
  const { length } = durationsMinutes;
  if (!isReadable(all, { length, maximum: bounds.durations })) return;
  for (const [i, value] of durationsMinutes.entries()) {
    checkWhole(all.at(i), { value, ...lengths });
    const isTwice = durationsMinutes.indexOf(value) < i;
    if (isTwice) all.at(i).add("REPEATED", "must not be offered twice");
  }
  if (durationsMinutes.includes(durationMinutes)) return;
  place.at("durationMinutes").add("NOT_OFFERED", "must be one of the durations on offer");
}

function checkHorizon(place: Place, horizon: Horizon): void {
  if (horizon.type === "FIXED") return checkDateRange(place, horizon);
  checkWhole(place.at("days"), { value: horizon.days, minimum: 0, maximum: bounds.horizonDays });
}

/** Notes limits that are no numbers, and longer periods that allow less than a shorter one. */
export function checkLimits(place: Place, limits: Limits | undefined): void {
  for (const unit of ["bookings", "minutes"] as const) {
    let [shorter, least] = ["", 0];
    for (const period of ["perDay", "perWeek", "perMonth"] as const) {
      const value = limits?.[period]?.[unit];
      if (value === undefined) continue;
      const limit = place.at(period, unit);
      checkWhole(limit, { value, minimum: 1, maximum: bounds.limit });
      if (value < least) limit.add("CONTRADICTS", `must not be less than the limit ${shorter}`);
      [shorter, least] = [period, value];
    }
  }
}
