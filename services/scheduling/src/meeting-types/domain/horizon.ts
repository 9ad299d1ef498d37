import type { Horizon, LocalDate } from "@tidbok/availability";
import type { InputProblem, Instant, Interval } from "@tidbok/domain";

const minute = 60_000;
const day = 1_440 * minute;

/** The ways to tell how far ahead a start may lie. */
export const horizonKinds = ["ROLLING", "BUSINESS_DAYS", "FIXED"] as const;

/** What decides how far ahead a start may lie. */
export type HorizonRules = {
  readonly maximumNoticeMinutes: number | null;
  readonly horizonKind: (typeof horizonKinds)[number];
  /** Of no account where the horizon is fixed. */
  readonly horizonDays: number;
  /** Dates where the horizon is fixed, otherwise null. */
  readonly horizonFrom: LocalDate | null;
  readonly horizonTo: LocalDate | null;
};

/** The horizon in the engine's words. */
export function horizonOf(rules: HorizonRules): Horizon {
  const { horizonKind, horizonDays, horizonFrom, horizonTo } = rules;
  return horizonKind === "FIXED"
    ? { type: horizonKind, from: horizonFrom ?? "", to: horizonTo ?? "" }
    : { type: horizonKind, days: horizonDays };
}

/** The same without the dates that its kind of horizon has no use for. */
export function settleHorizon<Rules extends HorizonRules>(rules: Rules): Rules {
  if (rules.horizonKind === "FIXED") return rules;
  return { ...rules, horizonFrom: null, horizonTo: null };
}

/** Dates that are missing. */
export function horizonProblems(rules: HorizonRules): readonly InputProblem[] {
  if (rules.horizonKind !== "FIXED") return [];
  const message = "must be given for a fixed horizon";
  return (["horizonFrom", "horizonTo"] as const).flatMap((path) =>
    rules[path] === null ? [{ path, code: "REQUIRED", message }] : [],
  );
}

/**
 * The instants beyond which no look-up is worth while, with two days of room for hosts' calendars;
 * the engine counts exactly.
 */
export function roughHorizon(rules: HorizonRules, now: Instant): Interval {
  const { horizonKind, horizonDays, horizonFrom, horizonTo, maximumNoticeMinutes } = rules;
  const latest = maximumNoticeMinutes === null ? Infinity : now + maximumNoticeMinutes * minute + 1;
  if (horizonKind === "FIXED") {
    const [from, to] = [Date.parse(horizonFrom ?? ""), Date.parse(horizonTo ?? "")];
    return { start: Math.max(now, from - 2 * day), end: Math.min(latest, to + 3 * day) };
  }
  // A working day takes two of the calendar's, weekends and holidays included; and a long feast.
  const days = horizonKind === "ROLLING" ? horizonDays + 2 : horizonDays * 2 + 21;
  return { start: now, end: Math.min(latest, now + days * day) };
}
