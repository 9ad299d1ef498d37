import { anonymous, type ServiceName } from "@tidbok/domain";
import type { FastifyRequest } from "fastify";
import { buildSchema, parse } from "graphql";
import { afterEach, expect, test, vi } from "vitest";
import { createContext } from "../context.ts";
import { CostBudgetSpent } from "../cost/cost-budget-spent.ts";
import { createBudgets } from "../cost/create-budgets.ts";
import { createCostCheck } from "../cost/create-cost-check.ts";
import { createAdmission } from "./create-admission.ts";
import { createServiceLoads } from "./create-service-loads.ts";

afterEach(() => void vi.useRealTimers());

const checkCost = createCostCheck({ costOf: () => 4_000, budgets: createBudgets(100) });
const query = {
  schema: buildSchema("type Query { a: Int }"),
  document: parse("{ a }"),
  operationName: null,
  variables: {},
};

const contextOf = (network: string) =>
  createContext(anonymous, {
    requestId: "test",
    origin: { network, deviceType: "PROGRAM", browserFamily: "OTHER" },
  });

test("an operation that the budget refuses costs its flow no more than one that does nothing", async () => {
  const admission = createAdmission({
    atOnce: 1,
    loads: createServiceLoads(1),
    servicesOf: () => new Set(),
  });
  const order: string[] = [];
  const request = { headers: {}, cookies: {}, ip: "192.0.2.1" } as unknown as FastifyRequest;
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

test("a service that is slow keeps nobody waiting but those who ask it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const loads = createServiceLoads(4);
  const admission = createAdmission({
    atOnce: 4,
    loads,
    servicesOf: (text) => new Set(text.split(" ") as ServiceName[]),
  });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (network: string, services: string) => {
    const request = { headers: {}, cookies: {}, ip: network, body: { query: services } };
    const work = async () => {
      begun.push(services);
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = loads.begin(services.split(" ").at(-1) as ServiceName);
      ends.push(() => {
        end();
        resolve();
      });
      await promise;
    };
    const context = contextOf(network);
    void admission.inTurn(request as unknown as FastifyRequest, { context, work });
  };
  const pass = async () => {
    for (let round = 0; round < 40; round++) {
      await vi.advanceTimersByTimeAsync(50);
      await new Promise(setImmediate);
    }
  };
  for (let organization = 0; organization < 10; organization++) {
    for (let count = 0; count < 6; count++) ask(`slow-${organization}`, "identity billing");
  }
  await pass();
  const waiting = begun.length;
  expect(waiting).toBeGreaterThanOrEqual(loads.most);
  expect(waiting).toBeLessThanOrEqual(loads.most + 4);

  // Another organization, and one of the ten, ask another service meanwhile.
  for (let count = 0; count < 20; count++) ask("other", "scheduling");
  ask("slow-9", "identity");
  await pass();
  const since = () => begun.slice(waiting);
  while (since().length < 21) {
    ends.splice(waiting).forEach((end) => end());
    await pass();
  }
  expect(since().toSorted()).toEqual(["identity", ...Array<string>(20).fill("scheduling")]);

  // What waits for the slow service begins as it answers.
  ends.splice(0, 20).forEach((end) => end());
  await pass();
  expect(since().slice(21)).toContain("identity billing");
});
