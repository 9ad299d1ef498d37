import type { Caller } from "@tidbok/domain";
import { possibleRelations } from "./audience.ts";
import type { OperationKind } from "./audience.ts";
import { decide, strictness } from "./decide.ts";
import type { Decision } from "./decide.ts";
import { dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";

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

const known = new Map<string, Decision>();

/**
 * bestDecision, remembered. Everything of the caller that it depends on is in the key, and all of it
 * is from closed lists: the memory cannot grow beyond kinds × purposes × categories.
 */
export function callerDecision(
  category: DataCategory,
  { caller, operation }: { readonly caller: Caller; readonly operation: OperationKind },
): Decision {
  const key = `${category} ${operation} ${caller.kind} ${caller.purpose} ${grantOf(category, caller)}`;
  const found = known.get(key) ?? bestDecision(category, caller, operation);
  known.set(key, found);
  return found;
}

function grantOf(category: DataCategory, caller: Caller): string {
  if (caller.kind !== "client") return "";
  const { scope } = dataMap[category];
  const isGranted = scope !== null && caller.scopes.includes(scope);
  return [isGranted ? "granted" : "", ...possibleRelations(caller)].join(" ");
}

/** What a plan depends on: which categories are masked or hidden, and how; empty when all is revealed. */
export function decisionsKeyOf(decisions: ReadonlyMap<DataCategory, Decision>): string {
  return [...decisions]
    .filter(([, { action }]) => action !== "reveal")
    .map(([category, { action, mask }]) => `${category}:${mask ?? action}`)
    .join();
}

/** What the caller is told depends on: alike decisions for different reasons share a plan, but not the words. */
export function reasonsKeyOf(decisions: ReadonlyMap<DataCategory, Decision>): string {
  return [...decisions.values()].map(({ action, reason }) => `${action} ${reason}`).join();
}
