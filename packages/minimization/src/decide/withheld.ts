import type { Caller } from "@tidbok/domain";
import { strictness } from "./decide.ts";
import type { Action, Decision, Reason } from "./decide.ts";
import { wordsOfRemedy, type RemedyWords } from "./remedies.ts";

/**
 * That something was masked or withheld, the same whether or not a value exists. `coordinate` is
 * `Type.field`; `remedy` is what the caller could do about it in words, `remedyCode` and `remedyParameters` the same for
 * programs; all three are null where nothing helps.
 */
export type Withheld = {
  readonly coordinate: string;
  readonly action: Exclude<Action, "reveal">;
  readonly reason: WithheldReason;
} & RemedyWords;

/** The reasons that a caller is told. */
export type WithheldReason = Exclude<Reason, "ALLOWED" | Personal>;

/** What the reasons tell a client. docs/withheld.md shows them. */
export const withheldReasons: Readonly<Record<WithheldReason, string>> = {
  NOT_FOR_AUDIENCE:
    "The caller is no one that may read it: another person, role or organization. Without a remedy nothing helps.",
  NOT_FOR_GRANTOR: "The person that gave the app access may not read it either.",
  PURPOSE_NOT_ALLOWED: "The data may not be used for the purpose of the caller.",
  SCOPE_MISSING: "The app lacks a scope. Without a remedy no app may read it.",
  SECRET: "The value never leaves in any answer.",
};

/** What may have happened to a value, from the mildest on. docs/withheld.md shows them. */
export const withheldActions: Readonly<Record<Withheld["action"], string>> = {
  mask: "The value is shown in part or in a general form.",
  hide: "The value is null, whether there is one or not.",
  deny: "The field does not exist for callers of this kind.",
};

/**
 * That a list is withheld whole by the service that owns it: the field is null, for other callers than those that the
 * schema's description names.
 */
export function withheldList(coordinate: string): Withheld {
  return { coordinate, action: "hide", reason: "NOT_FOR_AUDIENCE", ...wordsOfRemedy(null) };
}

// That a person was erased, objected or has restricted their data is itself personal data.
type Personal = "ERASED" | "RESTRICTED" | "PROHIBITED" | "OBJECTED";

/** What to tell the caller of a decision, or null when everything was revealed. */
export function withheldBy(coordinate: string, decision: Decision): Withheld | null {
  const { action, reason, remedy } = decision;
  if (action === "reveal") return null;
  return { coordinate, action, reason: told(reason), ...wordsOfRemedy(remedy) };
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
