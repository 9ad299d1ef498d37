import path from "node:path";
import type { Rule } from "eslint";
import { locationOf } from "./location.ts";

// Elastic-2.0; everything else of ours is Apache-2.0. Each has one folder, so that replacing it edits one folder.
const homes: Readonly<Record<string, string>> = {
  "@apollo/gateway": "gateway/src/plan/",
  "@apollo/query-planner": "gateway/src/plan/",
  "@apollo/query-graphs": "gateway/src/plan/",
  "@apollo/composition": "packages/minimization/src/",
  "@apollo/federation-internals": "packages/minimization/src/",
};

/** Packages under the Elastic License are imported in one folder each; tests may compare with them. */
export function elasticLicense(root: string): Rule.RuleModule {
  return {
    meta: { type: "problem", schema: [] },
    create(context) {
      const file = path.relative(root, context.filename);
      return {
        "ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportAllDeclaration"(
          node: Rule.Node & { readonly source?: { readonly value?: unknown } | null },
        ) {
          const source = node.source?.value;
          const name = typeof source === "string" ? source.split("/").slice(0, 2).join("/") : "";
          const home = homes[name];
          if (home === undefined || file.startsWith(home) || locationOf(file).isTest) return;
          context.report({ node, message: `${name} is Elastic-2.0: only ${home} imports it.` });
        },
      };
    },
  };
}
