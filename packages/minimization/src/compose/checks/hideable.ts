import { Kind } from "graphql";
import { categoryAt, classify } from "../../schema/classification.ts";
import { dataMap } from "../../data-map.ts";
import type { DataCategory } from "../../data-map.ts";
import type { Problem } from "../problem.ts";
import { isTextScalar } from "../../schema/scalars.ts";
import { namedTypeOf } from "../../schema/schema-elements.ts";
import type { FieldElement } from "../../schema/schema-elements.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/** A classified field can be hidden, masked and decided about: what stands in its way is refused. */
export function hideable({ name: subgraph, types }: Subgraph): readonly Problem[] {
  const classes = classify(types);
  return [...types.values()]
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const category = categoryAt(classes, field.coordinate);
      return category === null ? [] : obstaclesTo(field, category);
    })
    .map((each) => ({ subgraph, ...each }));
}

const roots = new Set(["Query", "Mutation", "Subscription"]);

function obstaclesTo(
  { coordinate, typeName, node }: FieldElement,
  category: DataCategory,
): readonly Omit<Problem, "subgraph">[] {
  const { rules, sensitivity } = dataMap[category];
  const mask = Object.values(rules).find((rule) => rule.startsWith("mask:"));
  const type = namedTypeOf(node.type);
  const found: Omit<Problem, "subgraph">[] = [];
  // Erasure alone hides every category from everybody.
  if (node.type.kind === Kind.NON_NULL_TYPE) {
    const message = `is ${category}, which can be hidden; it must be nullable.`;
    found.push({ coordinate, code: "NON_NULL", message });
  }
  if (roots.has(typeName)) {
    const message = `is ${category}, but a root field has no row to be decided about; answer with a type.`;
    found.push({ coordinate, code: "CLASSIFIED_ROOT", message });
  }
  if (sensitivity === "secret") {
    const message = `is ${category}, which is secret and may only be sent in.`;
    found.push({ coordinate, code: "SECRET_OUTPUT", message });
  }
  if (mask !== undefined && !isTextScalar(type)) {
    const message = `is ${category}: its ${mask} fits text only, not ${type}.`;
    found.push({ coordinate, code: "MASK_DOES_NOT_FIT", message });
  }
  return found;
}
