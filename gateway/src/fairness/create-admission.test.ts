import { anonymous } from "@tidbok/domain";
import type { FastifyRequest } from "fastify";
import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { createContext } from "../context.ts";
import { CostBudgetSpent } from "../cost/cost-budget-spent.ts";
import { createBudgets } from "../cost/create-budgets.ts";
import { createCostCheck } from "../cost/create-cost-check.ts";
import { createAdmission } from "./create-admission.ts";

const checkCost = createCostCheck({ costOf: () => 4_000, budgets: createBudgets(100) });
const query = {
  schema: buildSchema("type Query { a: Int }"),
  document: parse("{ a }"),
  operationName: null,
  variables: {},
};

test("an operation that the budget refuses costs its flow no more than one that does nothing", async () => {
  const admission = createAdmission(1);
  const order: string[] = [];
  const request = { headers: {}, cookies: {}, ip: "192.0.2.1" } as unknown as FastifyRequest;
  const contextOf = (network: string) =>
    createContext(anonymous, {
      requestId: "test",
      origin: { network, deviceType: "PROGRAM", browserFamily: "OTHER" },
    });
  const spent = contextOf("spent");
  const refused = admission.inTurn(request, {
    context: spent,
    work: async () => {
      order.push("spent");
      await new Promise(setImmediate);
      await checkCost(spent, query);
    },
  });
  const others = ["spent", "other", "other", "other"].map((network) =>
    admission.inTurn(request, {
      context: contextOf(network),
      work: async () => void order.push(network),
    }),
  );
  await expect(refused).rejects.toBeInstanceOf(CostBudgetSpent);
  await Promise.all(others);
  expect(spent.charges.at(-1)?.charge.requested).toBe(4_000);
  expect(order).toEqual(["spent", "spent", "other", "other", "other"]);
});
