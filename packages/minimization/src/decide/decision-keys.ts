import type { DataCategory } from "../data-map.ts";
import type { Decision } from "./decision.ts";

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
