import type { Caller, Purpose } from "@tidbok/domain";
import { audienceOf, audienceOfPerson, possibleRelations } from "./audience.ts";
import type { OperationKind, Relation } from "./audience.ts";
import type { Category, Rule } from "../category.ts";
import { dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";
import { decisionOf, strictness, stricter } from "./decision.ts";
import type { Decision, Reason } from "./decision.ts";

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
    return { ...own, remedy: "organization setting showAttendeesToAdmins" };
  }
  if (caller.kind !== "client") return own;
  const held = possibleRelations(caller).includes(relation) ? relation : "none";
  // A partner gets no more than the person that let it in.
  const bounded = stricter(own, decisionOf(row.rules[audienceOfPerson(held)], "NOT_FOR_GRANTOR"));
  // A scope is named as the remedy only where it would help.
  if (row.scope === null || strictness(bounded) >= strictness({ action: "hide" })) return bounded;
  if (caller.scopes.includes(row.scope)) return bounded;
  return { ...decisionOf("hide", "SCOPE_MISSING"), remedy: `scope ${row.scope}` };
}

function showsMore(rule: Rule, than: Decision): boolean {
  return strictness(decisionOf(rule, "NOT_FOR_AUDIENCE")) < strictness(than);
}

/**
 * The most that any row could reveal of this category to this caller: what pruning goes by. Whether
 * a certain row does reveal it is for the owning service to say.
 */
export function bestDecision(
  category: DataCategory,
  caller: Caller,
  operation: OperationKind = "query",
): Decision {
  const [first, ...rest] = possibleRelations(caller, operation).map((relation) =>
    decide({ category, caller, relation }),
  );
  if (first === undefined) throw new Error("A caller has at least the relation none.");
  // What does not exist for an audience does not begin to exist by a mutation.
  if (caller.kind === "anonymous" && dataMap[category].rules.anonymous === "deny") {
    return decide({ category, caller, relation: "none" });
  }
  return rest.reduce((best, next) => (strictness(next) < strictness(best) ? next : best), first);
}
