import type { Horizon, MeetingRules } from "@tidbok/availability";
import { day, minute, type InputProblem, type Instant, type Interval } from "@tidbok/domain";
import { limitsOf } from "../../schedules/domain/booking-limit.ts";
import type { HorizonRules, MeetingType } from "./meeting-type.ts";
import { DurationNotOffered } from "./slot-errors.ts";

/** The rules of a meeting type in the engine's words, for one duration. */
export function meetingRules(meetingType: MeetingType, durationMinutes: number): MeetingRules {
  return {
    mode: meetingType.mode,
    durationMinutes,
    stepMinutes: meetingType.stepMinutes,
    bufferBeforeMinutes: meetingType.bufferBeforeMinutes,
    bufferAfterMinutes: meetingType.bufferAfterMinutes,
    noticeMinutes: meetingType.noticeMinutes,
    maximumNoticeMinutes: meetingType.maximumNoticeMinutes ?? undefined,
    horizon: horizonOf(meetingType),
    limits: limitsOf(meetingType.limits),
  };
}

/** The horizon in the engine's words. */
export function horizonOf(rules: HorizonRules): Horizon {
  const { horizonKind, horizonDays, horizonFrom, horizonTo } = rules;
  return horizonKind === "FIXED"
    ? { type: horizonKind, from: horizonFrom ?? "", to: horizonTo ?? "" }
    : { type: horizonKind, days: horizonDays };
}

/** The rules with the dates removed unless the horizon is FIXED. */
export function withoutUnusedDates<Rules extends HorizonRules>(rules: Rules): Rules {
  if (rules.horizonKind === "FIXED") return rules;
  return { ...rules, horizonFrom: null, horizonTo: null };
}

/** The problems of a FIXED horizon without its dates. */
export function horizonProblems(rules: HorizonRules): readonly InputProblem[] {
  if (rules.horizonKind !== "FIXED") return [];
  const message = "must be set for a FIXED horizon";
  return (["horizonFrom", "horizonTo"] as const).flatMap((path) =>
    rules[path] === null ? [{ path, code: "REQUIRED", message }] : [],
  );
}

/**
 * The interval outside of which no start can lie, which spares look-ups. It has two days of room for the hosts' time
 * zones; the engine counts exactly.
 */
export function roughHorizon(rules: HorizonRules, now: Instant): Interval {
  const { horizonKind, horizonDays, horizonFrom, horizonTo, maximumNoticeMinutes } = rules;
  const latest = maximumNoticeMinutes === null ? Infinity : now + maximumNoticeMinutes * minute + 1;
  if (horizonKind === "FIXED") {
    const [from, to] = [Date.parse(horizonFrom ?? ""), Date.parse(horizonTo ?? "")];
    return { start: Math.max(now, from - 2 * day), end: Math.min(latest, to + 3 * day) };
  }
  // One business day takes at most two calendar days, weekends included; three weeks more cover long holidays.
  const days = horizonKind === "ROLLING" ? horizonDays + 2 : horizonDays * 2 + 21;
  return { start: now, end: Math.min(latest, now + days * day) };
}

/** The duration of a meeting: the requested one, or the meeting type's first. Throws DurationNotOffered. */
export function durationOf(
  { durationsMinutes }: MeetingType,
  requested: number | null | undefined,
): number {
  const duration = requested ?? durationsMinutes[0];
  if (duration === undefined || !durationsMinutes.includes(duration)) {
    throw new DurationNotOffered(durationsMinutes);
  }
  return duration;
}
