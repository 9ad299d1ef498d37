import { categoryAt, classify } from "../../schema/classification.ts";
import { dataMap } from "../../data-map.ts";
import type { Problem } from "../problem.ts";
import type { SchemaElements } from "../../schema/schema-elements.ts";
import { weakerPoints } from "../weaker-points.ts";

/**
 * An interface's fields and arguments protect as much as those of every implementation: an operation
 * that asks the interface is decided about by the interface. (A union has no fields of its own.)
 */
export function weakerInterface(types: SchemaElements): readonly Problem[] {
  const classes = classify(types);
  return [...types.values()].flatMap((type) =>
    type.interfaces.flatMap((name) => {
      const contract = types.get(name);
      return [...(contract?.fields ?? []), ...(contract?.inputs ?? [])].flatMap(
        ({ coordinate }) => {
          const implementation = type.name + coordinate.slice(name.length);
          const category = categoryAt(classes, implementation);
          const own = categoryAt(classes, coordinate);
          if (category === null || category === own) return [];
          const points =
            own === null ? ["it is non-personal"] : weakerPoints(dataMap[own], dataMap[category]);
          if (points.length === 0) return [];
          const message = `protects less than ${implementation}, which is ${category}: ${points.join("; ")}.`;
          return [{ subgraph: null, coordinate, code: "WEAKER_INTERFACE", message }];
        },
      );
    }),
  );
}
