import type { InputProblem } from "@tidbok/domain";
import { type Schedule, minutesOf } from "./schedule.ts";

/**
 * The problems of overrides with hours that overlap each other. The engine would merge such hours, but an overlap is
 * probably a slip, and the host may have meant fewer hours.
 */
export function overlappingHours({ overrides }: Schedule): readonly InputProblem[] {
  return overrides.flatMap(({ windows }, i) => {
    const minutes = windows.map(({ start, end }) => {
      const [from, until] = [minutesOf(start), minutesOf(end)];
      return { from, until: until < from ? until + 1_440 : until };
    });
    return minutes.flatMap(({ from, until }, j) => {
      const before = minutes.slice(0, j);
      if (!before.some((other) => other.from < until && from < other.until)) return [];
      const path = `overrides.${i}.windows.${j}`;
      return [{ path, code: "OVERLAPS", message: "must not overlap other hours of the date" }];
    });
  });
}
