import type { InputProblem } from "@tidbok/domain";

/** How far a rule may go. What lies beyond is a mistake, or an attempt to keep a server busy. */
export const bounds = {
  durationMinutes: 1_440,
  bufferMinutes: 1_440,
  noticeMinutes: 5 * 366 * 1_440,
  horizonDays: 5 * 366,
  windowDays: 62,
  overrides: 1_000,
  windowsPerDay: 48,
  trips: 200,
  problems: 100,
} as const;

/** Instants outside 1970–2199 are slips of a unit; the zone data says nothing of them either. */
const latest = Date.UTC(2200, 0, 1);

/** Collects the mistakes of rules, each with its path, up to `bounds.problems`. */
export type Problems = {
  readonly found: readonly InputProblem[];
  readonly add: (path: string, code: string, message: string) => void;
};

/** An empty collection. */
export function problems(): Problems {
  const found: InputProblem[] = [];
  return {
    found,
    add(path, code, message) {
      if (found.length < bounds.problems) found.push({ path, code, message });
    },
  };
}

/** Reports a number that is not whole or lies outside [minimum, maximum]. Undefined is no mistake. */
export function checkWhole(
  list: Problems,
  path: string,
  rule: { readonly value: number | undefined; readonly minimum: number; readonly maximum: number },
): void {
  const { value, minimum, maximum } = rule;
  if (value === undefined) return;
  if (!Number.isInteger(value)) list.add(path, "NOT_A_WHOLE_NUMBER", "must be a whole number");
  else if (value < minimum) list.add(path, "TOO_SMALL", `must be ${minimum} at least`);
  else if (value > maximum) list.add(path, "TOO_LARGE", `must be ${maximum} at most`);
}

/** Whether the number is an instant that the engine can reckon with. */
export function isInstant(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < latest;
}
