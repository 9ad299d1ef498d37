import type { Rule } from "eslint";

/** A lint rule that reports every node which the ESQuery selector matches, with one sentence. */
export function forbid(selector: string, message: string): Rule.RuleModule {
  return {
    meta: { type: "problem", schema: [] },
    create: (context) => ({
      [selector]: (node: Rule.Node) => context.report({ node, message }),
    }),
  };
}
