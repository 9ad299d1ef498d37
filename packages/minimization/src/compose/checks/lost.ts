import { categoryAt, classify } from "../../schema/classification.ts";
import type { Problem } from "../problem.ts";
import type { SchemaElements } from "../../schema/schema-elements.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/**
 * The supergraph says of every element what the subgraphs said. Whatever way there may be to lose a
 * mark on the way through composition, known to us or not, ends here.
 */
export function lost(types: SchemaElements, subgraphs: readonly Subgraph[]): readonly Problem[] {
  const composed = classify(types);
  const said = subgraphs.map((subgraph) => classify(subgraph.types));
  return [...composed].flatMap(([coordinate, found]) => {
    const categories = said.map((each) => categoryAt(each, coordinate));
    const expected = categories.find((each) => each !== null) ?? null;
    if (found !== null && categoryAt(composed, coordinate) === expected) return [];
    return [
      {
        subgraph: null,
        coordinate,
        code: "LOST",
        message:
          found === null
            ? "has no class in the composed supergraph."
            : `is ${expected ?? "non-personal"} in the subgraphs and ${categoryAt(composed, coordinate) ?? "non-personal"} in the composed supergraph.`,
      },
    ];
  });
}
