import { Kind, visit } from "graphql";
import { directiveNames, isOurDefinition } from "../directives.ts";
import type { Problem } from "../problem.ts";
import { isFlatScalar } from "../scalars.ts";
import { namedTypeOf } from "../schema-elements.ts";
import type { Subgraph } from "../subgraph.ts";

// What each of these does to data is known to the checks. @context, @interfaceObject and whatever comes
// next can carry data past them, and are refused until a check knows them.
const knownDirectives = new Set([
  ...directiveNames,
  ...["key", "requires", "provides", "external", "shareable", "override", "extends"],
  ...["inaccessible", "tag", "link", "composeDirective", "deprecated", "specifiedBy", "oneOf"],
]);

/** Nothing is used that the checks cannot follow: directives, names, scalars, root types. */
export function knownWords({ name: subgraph, document, types }: Subgraph): readonly Problem[] {
  const found: Problem[] = [];
  const add = (coordinate: string, code: string, message: string) =>
    found.push({ subgraph, coordinate, code, message });
  visit(document, {
    Directive({ name }) {
      if (knownDirectives.has(name.value)) return;
      add(`@${name.value}`, "UNKNOWN_DIRECTIVE", "may carry data in ways that no check follows.");
    },
    FieldDefinition({ name }) {
      if (name.value.startsWith("_")) add(name.value, "RESERVED_NAME", reserved);
    },
    OperationTypeDefinition({ operation, type }) {
      if (type.name.value.toLowerCase() === operation) return;
      add(type.name.value, "RENAMED_ROOT", `is the ${operation} type; call it by its own name.`);
    },
  });
  for (const definition of document.definitions) {
    const name = "name" in definition ? definition.name?.value : undefined;
    const isType = definition.kind !== Kind.DIRECTIVE_DEFINITION && !isOurDefinition(definition);
    if (isType && name !== undefined && isReserved(name)) {
      add(name, "RESERVED_NAME", reserved);
    }
  }
  for (const { fields, inputs } of types.values()) {
    for (const { coordinate, node } of [...fields, ...inputs]) {
      const type = namedTypeOf(node.type);
      if ((types.get(type)?.kind ?? "Scalar") === "Scalar" && !isFlatScalar(type)) {
        add(
          coordinate,
          "STRUCTURED_SCALAR",
          `is of ${type}, which could hold anything; a type with classified fields says what it holds.`,
        );
      }
    }
  }
  return found;
}

const reserved = "looks like one of federation's own, which nobody classifies.";

function isReserved(name: string): boolean {
  return name.startsWith("_") || name.includes("__") || name === "FieldSet";
}
