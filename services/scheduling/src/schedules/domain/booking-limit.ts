import { rulesProblems, type Limits } from "@tidbok/availability";
import { InvalidInput, type InputProblem } from "@tidbok/domain";
import { z } from "zod";

/** The periods that a limit may cover, the shortest first. */
export const limitPeriods = ["DAY", "WEEK", "MONTH"] as const;

/** How many bookings, or how many minutes of them, a host accepts in a period of the host's calendar. */
export type BookingLimit = {
  readonly period: (typeof limitPeriods)[number];
  readonly bookings: number | null;
  readonly minutes: number | null;
};

const most = z
  .int()
  .min(1)
  .max(1_000_000)
  .nullish()
  .transform((value) => value ?? null);

/** Limits in the input: each period occurs once and limits bookings, minutes or both. */
export const bookingLimits = z
  .array(z.strictObject({ period: z.enum(limitPeriods), bookings: most, minutes: most }))
  .max(limitPeriods.length)
  .superRefine((limits, context) => {
    for (const [i, { period, bookings, minutes }] of limits.entries()) {
      const refuse = (field: string, problem: { message: string; code: string }) =>
        context.addIssue({
          code: "custom",
          path: [i, field],
          message: problem.message,
          params: { code: problem.code },
        });
      if (limits.findIndex((other) => other.period === period) < i) {
        refuse("period", {
          message: "must not repeat the period of another limit",
          code: "REPEATED",
        });
      }
      if (bookings === null && minutes === null) {
        refuse("bookings", { message: "must be set unless minutes are set", code: "REQUIRED" });
      }
    }
  });

const names = { DAY: "perDay", WEEK: "perWeek", MONTH: "perMonth" } as const;

/** The limits in the engine's words; undefined for an empty list. */
export function limitsOf(limits: readonly BookingLimit[]): Limits | undefined {
  if (limits.length === 0) return undefined;
  return Object.fromEntries(
    limits.map(({ period, bookings, minutes }) => [
      names[period],
      { bookings: bookings ?? undefined, minutes: minutes ?? undefined },
    ]),
  );
}

/** The engine's problems with limits, moved to the paths of the input. */
export function limitProblemsOf(
  problems: readonly InputProblem[],
  limits: readonly BookingLimit[],
): readonly InputProblem[] {
  return problems.map((problem) => {
    const [, name, unit] = /^limits\.(per\w+)\.(\w+)$/.exec(problem.path) ?? [];
    const i = limits.findIndex(({ period }) => names[period] === name);
    return i < 0 ? problem : { ...problem, path: `limits.${i}.${unit}` };
  });
}

/** Throws InvalidInput if a longer period allows less than a shorter one. */
export function checkLimits(limits: readonly BookingLimit[]): void {
  const rules = { mode: "ONE_HOST", durationMinutes: 1, limits: limitsOf(limits) } as const;
  const problems = limitProblemsOf(rulesProblems(rules), limits);
  if (problems.length > 0) throw new InvalidInput(problems);
}
