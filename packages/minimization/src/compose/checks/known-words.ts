import { Kind, visit } from "graphql";
import type { DocumentNode } from "graphql";
import { directiveNames, isOurDefinition } from "../../schema/directives.ts";
import type { Problem } from "../problem.ts";
import { isFlatScalar } from "../../schema/scalars.ts";
import { namedTypeOf } from "../../schema/schema-elements.ts";
import type { SchemaElements } from "../../schema/schema-elements.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

// What each of these does to data is known to the checks. @context, @interfaceObject and whatever comes
// next can carry data past them, and are refused until a check knows them.
const knownDirectives = new Set([
  ...directiveNames,
  ...["key", "requires", "provides", "external", "shareable", "override", "extends"],
  ...["inaccessible", "tag", "link", "composeDirective", "deprecated", "specifiedBy", "oneOf"],
  // What a field costs and how long its list is: they carry nothing.
  ...["cost", "listSize"],
]);

/** Nothing is used that the checks cannot follow: directives, names, root types, scalars. */
export function knownWords({ name: subgraph, document, types }: Subgraph): readonly Problem[] {
  const found: Finding[] = [...unknownNames(document), ...structuredScalars(types)];
  visit(document, {
    Directive({ name }) {
      if (knownDirectives.has(name.value)) return;
      const message = "may carry data in ways that no check follows.";
      found.push({ coordinate: `@${name.value}`, code: "UNKNOWN_DIRECTIVE", message });
    },
    OperationTypeDefinition({ operation, type }) {
      if (type.name.value.toLowerCase() === operation) return;
      const message = `is the ${operation} type; call it by its own name.`;
      found.push({ coordinate: type.name.value, code: "RENAMED_ROOT", message });
    },
  });
  return found.map((each) => ({ subgraph, ...each }));
}

type Finding = Omit<Problem, "subgraph">;

function unknownNames(document: DocumentNode): readonly Finding[] {
  const names = document.definitions.flatMap((each): readonly string[] => {
    if (each.kind === Kind.DIRECTIVE_DEFINITION || isOurDefinition(each)) return [];
    const fields = (("fields" in each && each.fields) || []).map(({ name }) => name.value);
    const type = "name" in each ? (each.name?.value ?? "") : "";
    return [type, ...fields].filter(isReserved);
  });
  const message = "looks like one of federation's own types, which stay unclassified.";
  return names.map((coordinate) => ({ coordinate, code: "RESERVED_NAME", message }));
}

function isReserved(name: string): boolean {
  return name.startsWith("_") || name.includes("__") || name === "FieldSet";
}

function structuredScalars(types: SchemaElements): readonly Finding[] {
  return [...types.values()]
    .flatMap(({ fields, inputs }) => [...fields, ...inputs])
    .flatMap(({ coordinate, node }) => {
      const type = namedTypeOf(node.type);
      const isScalar = (types.get(type)?.kind ?? "Scalar") === "Scalar";
      if (!isScalar || isFlatScalar(type)) return [];
      const message = `is of ${type}, which could hold anything; a type with classified fields says what it holds.`;
      return [{ coordinate, code: "STRUCTURED_SCALAR", message }];
    });
}
