import type { InputProblem } from "@tidbok/domain";

/** How far a rule may go. What lies beyond is a mistake, or an attempt to keep a server busy. */
export const bounds = {
  durationMinutes: 1_440,
  durations: 50,
  bufferMinutes: 1_440,
  noticeMinutes: 5 * 366 * 1_440,
  horizonDays: 5 * 366,
  limit: 1_000_000,
  windowDays: 62,
  overrides: 1_000,
  windowsPerDay: 48,
  trips: 200,
  problems: 100,
} as const;

/** A place in the rules at which mistakes are noted. */
export type Place = {
  /** A place below this one. */
  readonly at: (...names: readonly (string | number)[]) => Place;
  readonly add: (code: string, message: string) => void;
};

/** An empty list, up to `bounds.problems` long, and the place at which all paths begin. */
export function problemList(): { readonly found: readonly InputProblem[]; readonly root: Place } {
  const found: InputProblem[] = [];
  const place = (path: string): Place => ({
    at: (...names) => place((path === "" ? names : [path, ...names]).join(".")),
    add(code, message) {
      if (found.length < bounds.problems) found.push({ path, code, message });
    },
  });
  return { found, root: place("") };
}

/** Notes a number that is not whole or lies outside [minimum, maximum]. Undefined is no mistake. */
export function checkWhole(
  place: Place,
  rule: { readonly value: number | undefined; readonly minimum: number; readonly maximum: number },
): void {
  const { value, minimum, maximum } = rule;
  if (value === undefined) return;
  if (!Number.isInteger(value)) place.add("NOT_A_WHOLE_NUMBER", "must be a whole number");
  else if (value < minimum) place.add("TOO_SMALL", `must be ${minimum} at least`);
  else if (value > maximum) place.add("TOO_LARGE", `must be ${maximum} at most`);
}

/** Notes a list that is too long, and says whether it is short enough to be read. */
export function isReadable(
  place: Place,
  list: { readonly length: number; readonly maximum: number },
): boolean {
  if (list.length <= list.maximum) return true;
  place.add("TOO_MANY", `must be ${list.maximum} at most`);
  return false;
}
