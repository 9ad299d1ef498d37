import type { Caller } from "@tidbok/domain";
import type { OperationKind } from "./audience.ts";
import { bestDecision } from "./decide.ts";
import { dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";
import type { Decision } from "./decision.ts";

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
  return `${isGranted ? "granted" : ""} ${caller.accountId === null ? "alone" : "for a person"}`;
}
