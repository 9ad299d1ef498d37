import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/** No element is said to be personal and non-personal at once. It would count as personal; the author meant one of them. */
export function contradictory({ name: subgraph, types }: Subgraph): readonly Problem[] {
  return [...types.values()]
    .flatMap(({ fields, inputs }) => [...fields, ...inputs])
    .filter(({ node }) => {
      const marks = new Set(node.directives?.map((each) => each.name.value));
      return marks.has("personalData") && marks.has("nonPersonal");
    })
    .map(({ coordinate }) => {
      const message = "is marked @personalData and @nonPersonal; take one away.";
      return { subgraph, coordinate, code: "CONTRADICTORY", message };
    });
}
