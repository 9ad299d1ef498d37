import type { Rule } from "eslint";

const literal = "ObjectExpression > SpreadElement[argument.type='ObjectExpression']";

/** An object literal is not spread into another where it is written. The fix leaves its properties. */
export const noSpreadLiteral: Rule.RuleModule = {
  meta: { type: "suggestion", schema: [], fixable: "code" },
  create: (context) => ({
    [literal]: (node: Rule.Node) => {
      const text = context.sourceCode.getText(node).replace(/^\.\.\.\s*\{|,?\s*\}$/g, "");
      context.report({
        node,
        message:
          "An object literal is not spread at once: write its properties where the spread stands.",
        fix: text.trim() === "" ? null : (fixer) => fixer.replaceText(node, text.trim()),
      });
    },
  }),
};
