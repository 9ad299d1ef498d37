import { Kind } from "graphql";
import { categoryAt, classify } from "../classification.ts";
import { dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";
import type { Problem } from "../problem.ts";
import { isTextScalar } from "../scalars.ts";
import { namedTypeOf } from "../schema-elements.ts";
import type { FieldElement, SchemaType } from "../schema-elements.ts";
import type { Subgraph } from "../subgraph.ts";

/** A classified field can be hidden, masked and decided about: what stands in its way is refused. */
export function hideable({ name: subgraph, types }: Subgraph): readonly Problem[] {
  const classes = classify(types);
  return [...types.values()].flatMap((type) =>
    type.fields.flatMap((field) => {
      const category = categoryAt(classes, field.coordinate);
      if (category === null) return [];
      return obstaclesTo(type, field, category).map(([code, message]) => ({
        subgraph,
        coordinate: field.coordinate,
        code,
        message,
      }));
    }),
  );
}

const roots = new Set(["Query", "Mutation", "Subscription"]);

function obstaclesTo(
  type: SchemaType,
  { node }: FieldElement,
  category: DataCategory,
): readonly (readonly [string, string])[] {
  const { rules, sensitivity } = dataMap[category];
  const found: [string, string][] = [];
  // Erasure alone hides every category from everybody.
  if (node.type.kind === Kind.NON_NULL_TYPE) {
    found.push(["NON_NULL", `is ${category}, which can be hidden; it must be nullable.`]);
  }
  if (roots.has(type.name)) {
    found.push([
      "CLASSIFIED_ROOT",
      `is ${category}, but a root field has no row to be decided about; answer with a type.`,
    ]);
  }
  if (sensitivity === "secret") {
    found.push(["SECRET_OUTPUT", `is ${category}, which is secret and may only be sent in.`]);
  }
  const mask = Object.values(rules).find((rule) => rule.startsWith("mask:"));
  const named = namedTypeOf(node.type);
  if (mask !== undefined && !isTextScalar(named)) {
    found.push([
      "MASK_DOES_NOT_FIT",
      `is ${category}, whose ${mask} fits text only, not ${named}.`,
    ]);
  }
  return found;
}
