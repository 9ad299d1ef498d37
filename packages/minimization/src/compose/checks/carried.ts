import { Kind, parse } from "graphql";
import type { ConstDirectiveNode, SelectionSetNode } from "graphql";
import { categoryAt, classify } from "../../schema/classification.ts";
import type { Classification } from "../../schema/classification.ts";
import { dataMap } from "../../data-map.ts";
import type { Problem } from "../problem.ts";
import { namedTypeOf } from "../../schema/schema-elements.ts";
import type { SchemaElements, SchemaType } from "../../schema/schema-elements.ts";
import type { Subgraph } from "../../schema/subgraph.ts";
import { weakerPoints } from "../weaker-points.ts";

/**
 * No personal data travels where its class does not. A key goes to every subgraph and into every plan;
 * `@requires` hands a value to a field that could answer it again. (What `@provides` hands over it
 * hands over as itself: the `@external` copy needs the same class as any other field of two subgraphs.)
 */
export function carried(subgraphs: readonly Subgraph[]): readonly Problem[] {
  const classes: Classification = new Map(
    subgraphs
      .flatMap(({ types }) => [...classify(types)])
      .sort(([, a], [, b]) => Number(a?.kind === "personal") - Number(b?.kind === "personal")),
  );
  return subgraphs.flatMap(({ name: subgraph, types }) =>
    [...types.values()]
      .flatMap((type) => [
        ...keyProblems({ type, types, classes }),
        ...requireProblems({ type, types, classes }),
      ])
      .map((each) => ({ subgraph, ...each })),
  );
}

type Place = {
  readonly type: SchemaType;
  readonly types: SchemaElements;
  readonly classes: Classification;
};

type Finding = Omit<Problem, "subgraph">;

function keyProblems({ type, types, classes }: Place): readonly Finding[] {
  return fieldSets(type.directives, "key")
    .flatMap((set) => mentioned(types, { typeName: type.name, set }))
    .flatMap(({ coordinate }) => {
      const category = categoryAt(classes, coordinate);
      if (category === null) return [];
      const message = `is ${category} and part of the @key of ${type.name}; a key must carry nothing.`;
      return [{ coordinate, code: "CLASSIFIED_KEY", message }];
    });
}

function requireProblems({ type, types, classes }: Place): readonly Finding[] {
  return type.fields.flatMap(({ coordinate, node }) => {
    const own = categoryAt(classes, coordinate);
    const read = fieldSets(node.directives ?? [], "requires").flatMap((set) =>
      mentioned(types, { typeName: type.name, set }),
    );
    return read.flatMap((field) => {
      const found: Finding[] = [];
      if (field.hasArguments) {
        const message = `requires ${field.coordinate} with arguments, which the gateway does not execute right.`;
        found.push({ coordinate, code: "REQUIRES_WITH_ARGUMENTS", message });
      }
      const category = categoryAt(classes, field.coordinate);
      if (category === null || category === own) return found;
      const points =
        own === null ? ["it is non-personal"] : weakerPoints(dataMap[own], dataMap[category]);
      if (points.length === 0) return found;
      const message = `requires ${field.coordinate}, which is ${category}, and protects it less: ${points.join("; ")}.`;
      return [...found, { coordinate, code: "REQUIRES_WEAKER", message }];
    });
  });
}

function fieldSets(
  directives: readonly ConstDirectiveNode[],
  name: string,
): readonly SelectionSetNode[] {
  return directives
    .filter((each) => each.name.value === name)
    .flatMap((each) => {
      const value = each.arguments?.find((argument) => argument.name.value === "fields")?.value;
      if (value?.kind !== Kind.STRING) return [];
      const [definition] = parse(`{ ${value.value} }`).definitions;
      return definition?.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [];
    });
}

type Mentioned = { readonly coordinate: string; readonly hasArguments: boolean };

function mentioned(
  types: SchemaElements,
  { typeName, set }: { readonly typeName: string; readonly set: SelectionSetNode },
): readonly Mentioned[] {
  return set.selections.flatMap((selection): readonly Mentioned[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? typeName;
      return mentioned(types, { typeName: condition, set: selection.selectionSet });
    }
    const coordinate = `${typeName}.${selection.name.value}`;
    const field = types.get(typeName)?.fields.find((each) => each.coordinate === coordinate);
    const own = { coordinate, hasArguments: (selection.arguments ?? []).length > 0 };
    if (field === undefined || selection.selectionSet === undefined) return [own];
    const within = { typeName: namedTypeOf(field.node.type), set: selection.selectionSet };
    return [own, ...mentioned(types, within)];
  });
}
