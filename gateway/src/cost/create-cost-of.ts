import { getNamedType, getNullableType, isCompositeType, isListType } from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import type { CostQuery } from "./cost-query.ts";
import { createSchemaEstimator } from "./create-schema-estimator.ts";
import { listSize } from "./list-size.ts";
import type { FieldCosts } from "./read-costs.ts";

/** The cost of an operation: about the number of objects that its answer may have, 1 at least. */
export type CostOf = (query: CostQuery) => number;

// A mutation is a transaction.
const ofAMutation = 10;
const maxQueryNodes = 10_000;

/**
 * Counts before anything is fetched: an object costs 1 or its `@cost`, a list its size times as much, a leaf nothing.
 * Variables, defaults, `@skip` and aliases count as they will be executed. A document whose fragments unfold
 * to more than 10,000 fields is not counted to its end: it costs Infinity. What is asked of the schema counts as its answer.
 */
export function createCostOf(costs: FieldCosts): CostOf {
  const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
    if (type.name.startsWith("__")) return 0;
    const cost = costs.get(`${type.name}.${field.name}`) ?? {};
    const own = cost.weight ?? (isCompositeType(getNamedType(field.type)) ? 1 : 0);
    const size = listSize({ type: type.name, field }, { args, cost }) ?? 1;
    const begun = type.name === "Mutation" ? ofAMutation : 0;
    // A connection is one object around its rows; the rows of a plain list are objects themselves.
    const isPlainList = isListType(getNullableType(field.type));
    return begun + (isPlainList ? size * (own + childComplexity) : own + size * childComplexity);
  };
  return ({ schema, document, operationName, variables }) => {
    try {
      const complexity = getComplexity({
        schema,
        query: document,
        variables: { ...variables },
        estimators: [createSchemaEstimator({ schema, document }), estimate],
        maxQueryNodes,
        ...(operationName !== null && { operationName }),
      });
      return Math.max(complexity, 1);
    } catch (error) {
      // The library says so in words only.
      if (String(error).includes("number of nodes")) return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
}
