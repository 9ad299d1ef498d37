import { classify, isFreeText } from "../../schema/classification.ts";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

const unmarked =
  "is not classified; give it @personalData(category: …) or @nonPersonal(reason: …), or its type @nonPersonal.";
const unmarkedText =
  "is text that a caller writes, so no mark on its type covers it; give it @personalData or @nonPersonal of its own.";

/** Every field, argument and input field says what it is. */
export function unclassified({
  name,
  types,
}: Pick<Subgraph, "name" | "types">): readonly Problem[] {
  const inputs = [...types.values()].flatMap((type) => type.inputs);
  const freeText = new Set(
    inputs.filter(({ node }) => isFreeText(types, node)).map(({ coordinate }) => coordinate),
  );
  return [...classify(types)]
    .filter(([, found]) => found === null)
    .map(([coordinate]) => coordinate)
    .filter((coordinate) => freeText.has(coordinate) || !hasClassOfField(coordinate))
    .map((coordinate) => ({
      subgraph: name,
      coordinate,
      code: "UNCLASSIFIED",
      message: freeText.has(coordinate) ? unmarkedText : unmarked,
    }));
}

// An argument that lacks a class only because its field does: the field is in the list itself.
function hasClassOfField(coordinate: string): boolean {
  return coordinate.endsWith(":)");
}
