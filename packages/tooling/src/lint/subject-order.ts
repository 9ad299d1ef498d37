import { readFileSync } from "node:fs";
import path from "node:path";
import type { Rule } from "eslint";
import { listedSubjects } from "../subjects/listed-subjects.ts";
import { locationOf } from "./location.ts";

type ImportNode = Rule.Node & { readonly source?: { readonly value?: unknown } | null };

/**
 * A subject of a service imports only from itself and from the subjects before it in the service's
 * `src/subjects.ts`, types included. What stands beside the subjects may import all of them, and so
 * may tests. `root` is the repository's folder.
 */
export function subjectOrder(root: string): Rule.RuleModule {
  const listOf = listReader(root);
  return {
    meta: { type: "problem", schema: [] },
    create(context) {
      const file = path.relative(root, context.filename);
      const { unit, subject, isTest } = locationOf(file);
      if (unit === null || subject === null || isTest) return {};
      return {
        "ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportAllDeclaration"(
          node: ImportNode,
        ) {
          const source = node.source?.value;
          if (typeof source !== "string" || !source.startsWith(".")) return;
          const target = locationOf(path.join(path.dirname(file), source));
          if (target.unit !== unit || target.subject === null) return;
          // Without a list there is no order; check-shape reports the missing list.
          if (listOf(unit).length === 0) return;
          const message = refused({ from: subject, to: target.subject, order: listOf(unit) });
          if (message !== null) context.report({ node, message });
        },
      };
    },
  };
}

type Step = { readonly from: string; readonly to: string; readonly order: readonly string[] };

function refused({ from, to, order }: Step): string | null {
  if (from === to) return null;
  const [before, after] = [order.indexOf(to), order.indexOf(from)];
  if (before !== -1 && after !== -1 && before < after) return null;
  return `${from} may not import from ${to}: a subject imports only from those before it in src/subjects.ts (${order.join(", ")}).`;
}

/** Reads each service's list once. */
function listReader(root: string): (unit: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (unit) => {
    const list = lists.get(unit) ?? read(path.join(root, unit, "src/subjects.ts"));
    lists.set(unit, list);
    return list;
  };
}

function read(file: string): readonly string[] {
  try {
    return listedSubjects(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
