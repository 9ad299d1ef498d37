import { Kind } from "graphql";
import type { ConstDirectiveNode, DirectiveNode } from "graphql";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

type Marked = { readonly directives?: readonly (ConstDirectiveNode | DirectiveNode)[] | undefined };

/** An element that is marked as not personal has a reason, in words that a reviewer can doubt. */
export function unreasoned({ name: subgraph, document, types }: Subgraph): readonly Problem[] {
  const ofTypes = document.definitions.flatMap((node) =>
    "name" in node && node.name && "directives" in node && hasNoReason(node)
      ? [node.name.value]
      : [],
  );
  const ofElements = [...types.values()]
    .flatMap(({ fields, inputs }) => [...fields, ...inputs])
    .filter(({ node }) => hasNoReason(node))
    .map(({ coordinate }) => coordinate);
  return [...ofTypes, ...ofElements].map((coordinate) => {
    const message = "is marked @nonPersonal without a reason; say why it is about no person.";
    return { subgraph, coordinate, code: "UNREASONED", message };
  });
}

function hasNoReason({ directives = [] }: Marked): boolean {
  const mark = directives.find((each) => each.name.value === "nonPersonal");
  const reason = mark?.arguments?.find((each) => each.name.value === "reason")?.value;
  return reason?.kind === Kind.STRING && reason.value.trim().length < 3;
}
