import type { GatewayContext } from "../context.ts";
import { CostBudgetSpent } from "./cost-budget-spent.ts";
import { CostTooHigh } from "./cost-too-high.ts";
import type { Budgets } from "./create-budgets.ts";
import type { CostQuery } from "./cost-query.ts";
import type { CostOf } from "./create-cost-of.ts";
import { maxCost } from "./max-cost.ts";

/** Counts an operation and charges it; throws CostTooHigh or CostBudgetSpent before anything is fetched. */
export type CostCheck = (context: GatewayContext, query: CostQuery) => Promise<void>;

/** The registered operations of our own services are reviewed instead; a feed has a limit of its own and no network. */
export function createCostCheck({
  costOf,
  budgets,
}: {
  readonly costOf: CostOf;
  readonly budgets: Budgets;
}): CostCheck {
  return async (context, query) => {
    if (context.origin === null) return;
    const requested = costOf(query);
    if (requested > maxCost) throw new CostTooHigh({ requested, maximum: maxCost });
    const charged = await budgets(context, requested);
    context.charges.push(charged);
    if (!charged.isGranted) throw new CostBudgetSpent(charged.charge, charged);
  };
}
