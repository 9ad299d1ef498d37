import type { Caller, Purpose } from "@tidbok/domain";
import type { MaskName } from "./masks.ts";
import type { Rule, Category } from "../category.ts";
import { audienceOf, audienceOfPerson, possibleRelations } from "./audience.ts";
import type { Relation } from "./audience.ts";
import { dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";
import { grantScopes, showAttendeesToAdmins, type Remedy } from "./remedies.ts";

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
  /** What the caller could do about it; null when nothing. */
  readonly remedy: Remedy | null;
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

/** What a person has asked for, or the law, about all data of that person. */
export type SubjectState = {
  readonly isErased: boolean;
  /** GDPR article 18: kept, and used for nothing but the person's own rights and legal claims. */
  readonly isRestricted: boolean;
  /** Purposes that law or contract forbids for this person. */
  readonly prohibited: readonly Purpose[];
  /** GDPR article 21. */
  readonly objectedTo: readonly Purpose[];
};

/** One kind of data, the caller, the caller's relation to the person, and what that person has asked for. */
export type Question = {
  readonly category: DataCategory;
  readonly caller: Caller;
  readonly relation: Relation;
  readonly subjectState?: SubjectState;
};

/** The state of a person without objections, restrictions or erasure. */
export const unencumbered: SubjectState = {
  isErased: false,
  isRestricted: false,
  prohibited: [],
  objectedTo: [],
};

/**
 * Decides what a caller may learn. Pure. Every obstacle counts and the strictest wins; of equally strict ones the
 * first in this order gives the reason: secret, erased, restricted, prohibited, objected, purpose,
 * scope, the audience's rule.
 */
export function decide(question: Question): Decision {
  return obstacles(question).reduce(stricter);
}

function obstacles({ category, caller, relation, subjectState }: Question): readonly Decision[] {
  const row = dataMap[category];
  const state = subjectState ?? unencumbered;
  const { purpose } = caller;
  // Access to one's own data needs no purpose: it is a right (GDPR 15).
  const isSelf = audienceOf(caller, relation) === "self";
  const found: Decision[] = [];
  const stop = (holds: boolean, reason: Reason) => {
    if (holds) found.push(decisionOf("hide", reason));
  };
  if (row.sensitivity === "secret") found.push(decisionOf("deny", "SECRET"));
  stop(state.isErased, "ERASED");
  stop(state.isRestricted && !isSelf && purpose !== "legal" && purpose !== "rights", "RESTRICTED");
  stop(!isSelf && state.prohibited.includes(purpose), "PROHIBITED");
  stop(!isSelf && state.objectedTo.includes(purpose), "OBJECTED");
  stop(!isSelf && !row.purposes.includes(purpose), "PURPOSE_NOT_ALLOWED");
  found.push(ruleFor(row, { caller, relation }));
  return found;
}

function ruleFor(
  row: Category,
  { caller, relation }: Pick<Question, "caller" | "relation">,
): Decision {
  const audience = audienceOf(caller, relation);
  const own = decisionOf(row.rules[audience], "NOT_FOR_AUDIENCE");
  if (audience === "admin" && showsMore(row.rules.overseer, own)) {
    return { ...own, remedy: showAttendeesToAdmins };
  }
  if (caller.kind !== "client") return own;
  const held = possibleRelations(caller).includes(relation) ? relation : "none";
  // A partner gets no more than the person that let it in.
  const bounded = stricter(own, decisionOf(row.rules[audienceOfPerson(held)], "NOT_FOR_GRANTOR"));
  // A scope is named as the remedy only where it would help.
  if (row.scope === null || strictness(bounded) >= strictness({ action: "hide" })) return bounded;
  if (caller.scopes.includes(row.scope)) return bounded;
  return { ...decisionOf("hide", "SCOPE_MISSING"), remedy: grantScopes(row.scope) };
}

function showsMore(rule: Rule, than: Decision): boolean {
  return strictness(decisionOf(rule, "NOT_FOR_AUDIENCE")) < strictness(than);
}
