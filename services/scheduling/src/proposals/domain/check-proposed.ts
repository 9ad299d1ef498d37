import { day, InvalidInput, minute, type InputProblem, type Instant } from "@tidbok/domain";

/** Throws InvalidInput for times that are past, no full minute, the booking's own time, or repeated. */
export function checkProposed(
  starts: readonly Instant[],
  { now, current }: { readonly now: Instant; readonly current: Instant },
): void {
  const problems = starts.flatMap((start, i): InputProblem[] => {
    const problem = (code: string, message: string) => [{ path: `startsAt.${i}`, code, message }];
    if (start <= now) return problem("IN_PAST", "must lie ahead");
    if (start % minute !== 0) return problem("WRONG_FORMAT", "must be a full minute");
    if (start > now + 731 * day) return problem("TOO_LARGE", "must lie within two years");
    if (start === current) return problem("SAME_TIME", "must be another time");
    return starts.indexOf(start) < i ? problem("REPEATED", "must not be repeated") : [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
}
