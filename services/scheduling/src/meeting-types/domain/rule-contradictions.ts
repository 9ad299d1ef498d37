import type { InputProblem } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";

/** The problems of rules that are valid one by one but together leave no time to book. */
export function ruleContradictions(meetingType: MeetingType): readonly InputProblem[] {
  const { durationsMinutes, limits, noticeMinutes } = meetingType;
  const shortest = Math.min(...durationsMinutes);
  const problems = limits.flatMap(({ minutes }, i) => {
    const message = "must be at least the shortest duration";
    const path = `limits.${i}.minutes`;
    return minutes !== null && minutes < shortest ? [{ path, code: "CONTRADICTS", message }] : [];
  });
  if (noticeMinutes <= furthestStart(meetingType)) return problems;
  const message = "must be shorter than the horizon";
  return [...problems, { path: "noticeMinutes", code: "CONTRADICTS", message }];
}

// In minutes from now, rounded up: the engine counts exactly, in each host's time zone.
function furthestStart({ horizonKind, horizonDays }: MeetingType): number {
  if (horizonKind === "FIXED") return Infinity;
  // The rest of today, the days, and one hour for clocks that are set back. One business day takes at most two calendar
  // days; three weeks more cover long holidays.
  const days = horizonKind === "ROLLING" ? horizonDays + 1 : horizonDays * 2 + 21;
  return days * 1_440 + 60;
}
