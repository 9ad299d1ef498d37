import type { Problem } from "../problem.ts";
import { isDescribed } from "../../schema/schema-elements.ts";
import type { SchemaElements } from "../../schema/schema-elements.ts";

// The root types belong to all subgraphs together, and their names say what they are.
const roots = new Set(["Query", "Mutation", "Subscription"]);

/** Every element says what it is, in one subgraph at least: descriptions are the manual of the API. */
export function undescribed(types: SchemaElements): readonly Problem[] {
  return [...types.values()]
    .flatMap((type) => [
      ...(type.isDescribed || roots.has(type.name) ? [] : [type.name]),
      ...[...type.fields, ...type.inputs]
        .filter(({ node }) => !isDescribed(node))
        .map(({ coordinate }) => coordinate),
      ...type.values
        .filter((value) => !isDescribed(value))
        .map((value) => `${type.name}.${value.name.value}`),
    ])
    .map((coordinate) => ({
      subgraph: null,
      coordinate,
      code: "UNDESCRIBED",
      message: "has no description in any subgraph.",
    }));
}
