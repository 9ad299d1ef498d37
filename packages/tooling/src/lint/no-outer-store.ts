import type { Rule, Scope } from "eslint";

const ofTransaction = new Set(["store", "tell", "tellMany"]);

/**
 * Inside the callback of `inTransaction`, a `store` or `tell` of the code around it works outside the transaction: a row
 * would stay, or an event go out, although the transaction rolls back. The callback takes both from its own context.
 */
export const noOuterStore: Rule.RuleModule = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    "CallExpression[callee.name='inTransaction']"(node: Rule.Node) {
      const work = node.type === "CallExpression" ? node.arguments[1] : undefined;
      if (work?.type !== "ArrowFunctionExpression" && work?.type !== "FunctionExpression") return;
      const scope = context.sourceCode.scopeManager.acquire(work);
      for (const { identifier } of scope?.through.filter(isOuter) ?? []) {
        context.report({
          node: identifier as Rule.Node,
          message: `"${identifier.name}" is not the transaction's: take it from the context that inTransaction hands out.`,
        });
      }
    },
  }),
};

function isOuter({ identifier }: Scope.Reference): boolean {
  return ofTransaction.has(identifier.name);
}
