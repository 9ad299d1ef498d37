import type { Caller } from "@tidbok/domain";
import { strictness } from "./decide.ts";
import type { Action, Decision, Reason } from "./decide.ts";

/**
 * That something was masked or withheld, the same whether or not a value exists. `coordinate` is
 * `Type.field`; `remedy` is what the caller could do about it, or null.
 */
export type Withheld = {
  readonly coordinate: string;
  readonly action: Exclude<Action, "reveal">;
  readonly reason: WithheldReason;
  readonly remedy: string | null;
};

/** The reasons that a caller is told. */
export type WithheldReason = Exclude<Reason, "ALLOWED" | Personal>;

// That a person was erased, objected or has restricted their data is itself personal data.
type Personal = "ERASED" | "RESTRICTED" | "PROHIBITED" | "OBJECTED";

/** What to tell the caller of a decision, or null when everything was revealed. */
export function withheldBy(coordinate: string, decision: Decision): Withheld | null {
  const { action, reason, remedy } = decision;
  if (action === "reveal") return null;
  return { coordinate, action, reason: told(reason), remedy };
}

function told(reason: Reason): WithheldReason {
  switch (reason) {
    case "SECRET":
    case "PURPOSE_NOT_ALLOWED":
    case "SCOPE_MISSING":
    case "NOT_FOR_GRANTOR":
      return reason;
    default:
      return "NOT_FOR_AUDIENCE";
  }
}

/**
 * What `extensions.withheld` says: one entry per coordinate, the strictest, in order of appearance.
 * An anonymous caller gets a count only; null when there is nothing to tell.
 */
export function summarizeWithheld(
  list: readonly Withheld[],
  caller: Caller,
): readonly Withheld[] | { readonly count: number } | null {
  const byCoordinate = new Map<string, Withheld>();
  for (const each of list) {
    const before = byCoordinate.get(each.coordinate);
    if (before === undefined || strictness(each) > strictness(before)) {
      byCoordinate.set(each.coordinate, each);
    }
  }
  if (byCoordinate.size === 0) return null;
  return caller.kind === "anonymous" ? { count: byCoordinate.size } : [...byCoordinate.values()];
}
