import { createHash } from "node:crypto";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { DomainError, InvalidInput } from "@tidbok/domain";
import { minimize, type Rules } from "@tidbok/minimization";
import { getOperationAST, GraphQLError } from "graphql";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { GatewayContext } from "../context.ts";
import type { CostCheck } from "../cost/create-cost-check.ts";
import { introspectInTurn } from "./introspect-in-turn.ts";
import { missingScopes } from "./missing-scopes.ts";
import { fragmentsOf, rootFieldsOf } from "./root-fields-of.ts";
import { withNodeIds } from "./with-node-ids.ts";
import { variableProblems } from "../errors/variable-problems.ts";

/**
 * Wraps an executor so that it sees only what the caller may learn: the operation is pruned before it
 * is planned, and the answer is put back into the shape that was asked for.
 *
 * The federation gateway keys its plan cache by query hash and operation name, never by the document.
 * The hash given on therefore includes the decisions: two callers share a plan only if every decision
 * that the operation mentions is the same for both.
 */
export function createMinimizingExecutor({
  rules,
  checkCost,
  execute,
}: {
  rules: Rules;
  checkCost: CostCheck;
  execute: GatewayExecutor;
}): GatewayExecutor {
  return async (incoming) => {
    const context = (incoming as unknown as { context: GatewayContext }).context;
    const variables = incoming.request.variables ?? {};
    const operation = incoming.operation as typeof incoming.operation | null | undefined;
    if (!operation || operation.operation === "subscription") return failed(noSuchOperation());
    const document = incoming.document;
    const operationName = incoming.request.operationName ?? null;
    const { schema } = incoming;
    const missing = missingScopes(context.caller, { rules, schema, document, operation });
    if ("refusal" in missing) return failed(missing.refusal);
    const problems = variableProblems({ schema, operation }, variables);
    if (problems.length > 0) return failed(new InvalidInput(problems));
    try {
      await checkCost(context, { schema, document, operationName, variables });
      const minimized = minimize({
        rules,
        schema,
        document,
        operationName,
        variables,
        caller: context.caller,
        hidden: new Map([
          ...missing.hidden,
          ...schemaFieldsOf(document, operation).map((node) => [node, null] as const),
        ]),
      });
      context.withheld.push(...minimized.withheld);
      const { document: executed, strip } = withNodeIds(minimized.document);
      const response = await execute({
        ...incoming,
        document: executed,
        operation: getOperationAST(executed, incoming.request.operationName) ?? operation,
        queryHash: planKey(incoming.queryHash, minimized.decisionsKey),
      } as typeof incoming);
      if (response.data) strip(response.data);
      const restored = minimized.restore(response.data ?? null);
      const data = restored && {
        ...restored,
        ...(await introspectInTurn({ schema, document, operation, variables })),
      };
      return { ...response, data } as typeof response;
    } catch (error) {
      if (error instanceof Error) return failed(error);
      throw error;
    }
  };
}

// The federation gateway would answer these from the whole schema, and take its time for it.
function schemaFieldsOf(document: DocumentNode, operation: OperationDefinitionNode) {
  return rootFieldsOf(operation, fragmentsOf(document)).filter(({ name }) =>
    ["__schema", "__type"].includes(name.value),
  );
}

function planKey(queryHash: string, decisionsKey: string): string {
  return createHash("sha256").update(queryHash).update("\0").update(decisionsKey).digest("hex");
}

// Apollo Server leaves it to the executor to find that no operation, or no single one, is meant,
// and graphql-js accepts a subscription although the schema has no subscription type.
function noSuchOperation(): GraphQLError {
  return new GraphQLError("There is no query or mutation of this name, or there are several.", {
    extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } },
  });
}

// An operation that is refused whole, before anything is done, says so in HTTP's own words, too.
const statusOf: Readonly<Record<string, number>> = {
  INVALID_INPUT: 400,
  COST_TOO_HIGH: 400,
  COST_BUDGET_SPENT: 429,
};

function failed(error: Error): { errors: GraphQLError[] } {
  if (error instanceof GraphQLError) return { errors: [error] };
  const status = error instanceof DomainError ? statusOf[error.code] : undefined;
  const extensions = status === undefined ? {} : { http: { status } };
  return { errors: [new GraphQLError(error.message, { originalError: error, extensions })] };
}
