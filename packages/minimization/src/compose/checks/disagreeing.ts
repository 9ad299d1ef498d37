import { classify } from "../../schema/classification.ts";
import type { Class } from "../../schema/classification.ts";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/**
 * Subgraphs that share an element call it the same. Composition gives a hint at most where they do
 * not, and the weaker class can win.
 */
export function disagreeing(subgraphs: readonly Subgraph[]): readonly Problem[] {
  const said = new Map<string, Map<string, string[]>>();
  for (const { name, types } of subgraphs) {
    for (const [coordinate, found] of classify(types)) {
      if (found === null) continue;
      const byClass = said.get(coordinate) ?? new Map<string, string[]>();
      said.set(coordinate, byClass);
      byClass.set(wordOf(found), [...(byClass.get(wordOf(found)) ?? []), name]);
    }
  }
  return [...said]
    .filter(([, byClass]) => byClass.size > 1)
    .map(([coordinate, byClass]) => ({
      subgraph: null,
      coordinate,
      code: "DISAGREEING",
      message: `is ${[...byClass].map(([word, names]) => `${word} in ${names.join(", ")}`).join(" and ")}; let them agree.`,
    }));
}

function wordOf(found: Class): string {
  return found.kind === "personal" ? `personal data (${found.category})` : "non-personal";
}
