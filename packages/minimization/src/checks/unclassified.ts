import { classify, isFreeText } from "../classification.ts";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../subgraph.ts";

/** Every field, argument and input field says what it is. */
export function unclassified({ name, types }: Subgraph): readonly Problem[] {
  const classes = classify(types);
  const inputs = [...types.values()].flatMap((type) => type.inputs);
  const freeText = new Set(
    inputs.filter(({ node }) => isFreeText(types, node)).map(({ coordinate }) => coordinate),
  );
  return [...classes]
    .filter(([, found]) => found === null)
    .map(([coordinate]) => ({
      subgraph: name,
      coordinate,
      code: "UNCLASSIFIED",
      message: freeText.has(coordinate)
        ? "is text that a caller writes, so no mark on its type covers it; give it @personalData or @nonPersonal of its own."
        : "is not classified; give it @personalData(category: …) or @nonPersonal(reason: …), or its type @nonPersonal.",
    }));
}
