import type { MaskName } from "./masks.ts";
import type { Rule } from "../category.ts";

/** What happens to a value, from the most to the least revealing. */
export const actions = ["reveal", "mask", "hide", "deny"] as const;

/** What happens to a value. */
export type Action = (typeof actions)[number];

/** Why, as a stable code. */
export type Reason =
  | "ALLOWED"
  | "SECRET"
  | "ERASED"
  | "RESTRICTED"
  | "PROHIBITED"
  | "OBJECTED"
  | "PURPOSE_NOT_ALLOWED"
  | "SCOPE_MISSING"
  | "NOT_FOR_AUDIENCE"
  | "NOT_FOR_GRANTOR";

/** What happens to one kind of data of one person for one caller. `mask` is set for the action `mask` only. */
export type Decision = {
  readonly action: Action;
  readonly mask: MaskName | null;
  readonly reason: Reason;
  /** What the caller could do about it, such as `scope attendees.email:read`; null when nothing. */
  readonly remedy: string | null;
};

/** 0 for the most revealing action, 3 for the least. */
export function strictness(decision: Pick<Decision, "action">): number {
  return actions.indexOf(decision.action);
}

/** The stricter of two; the first of two alike. Two different masks have no common part: null. */
export function stricter(a: Decision, b: Decision): Decision {
  if (a.action === "mask" && b.action === "mask" && a.mask !== b.mask) {
    return { ...a, action: "hide", mask: null };
  }
  return strictness(b) > strictness(a) ? b : a;
}

/** The decision that a rule of the data map makes. */
export function decisionOf(rule: Rule, reason: Reason): Decision {
  if (rule === "reveal") return { action: "reveal", mask: null, reason: "ALLOWED", remedy: null };
  if (rule === "hide" || rule === "deny") return { action: rule, mask: null, reason, remedy: null };
  return { action: "mask", mask: rule.slice("mask:".length) as MaskName, reason, remedy: null };
}
