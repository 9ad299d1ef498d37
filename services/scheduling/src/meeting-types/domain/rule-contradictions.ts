import type { InputProblem } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";

/** Rules each of which makes sense and that leave no time together. */
export function ruleContradictions(meetingType: MeetingType): readonly InputProblem[] {
  const { durationsMinutes, limits, noticeMinutes } = meetingType;
  const shortest = Math.min(...durationsMinutes);
  const problems = limits.flatMap(({ minutes }, i) => {
    const message = "must be as much as the shortest meeting takes";
    const path = `limits.${i}.minutes`;
    return minutes !== null && minutes < shortest ? [{ path, code: "CONTRADICTS", message }] : [];
  });
  if (noticeMinutes <= furthestStart(meetingType)) return problems;
  const message = "must end before the horizon does";
  return [...problems, { path: "noticeMinutes", code: "CONTRADICTS", message }];
}

// In minutes from now, rather too far than not: the engine counts exactly, on each host's calendar.
function furthestStart({ horizonKind, horizonDays }: MeetingType): number {
  if (horizonKind === "FIXED") return Infinity;
  // The rest of today, so many days, and an hour that clocks are set back; a working day takes two at most, and a feast.
  const days = horizonKind === "ROLLING" ? horizonDays + 1 : horizonDays * 2 + 21;
  return days * 1_440 + 60;
}
