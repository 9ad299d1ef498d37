import { Kind, TypeInfo, getNamedType, visit, visitWithTypeInfo } from "graphql";
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from "graphql";
import type { OperationKind } from "../decide/audience.ts";
import { argumentUsesOf } from "./argument-uses.ts";
import type { ArgumentUse } from "./argument-uses.ts";
import type { DataCategory } from "../data-map.ts";
import type { Rules } from "../compose/rules.ts";

/** What is known of an operation for every caller. Maps by syntax node: each node occurs once. */
export type OperationStudy = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: OperationKind;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly classified: ReadonlyMap<FieldNode, { coordinate: string; category: DataCategory }>;
  /** Arguments that read by personal data. */
  readonly uses: ReadonlyMap<FieldNode, readonly ArgumentUse[]>;
  readonly parents: ReadonlyMap<SelectionSetNode, GraphQLCompositeType>;
  readonly fieldTypes: ReadonlyMap<FieldNode, GraphQLNamedType>;
  /** Every category that the operation mentions, sorted. */
  readonly categories: readonly DataCategory[];
  /** Variables that @skip and @include ask, with their defaults. */
  readonly conditions: ReadonlyMap<string, boolean>;
};

/** Where to look an operation up: the schema that it was validated against, and the rules. */
export type StudyPlace = {
  readonly rules: Rules;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
};

/** Reads one operation of a valid document. Throws when there is no such operation, or it is not valid. */
export function studyOperation({
  rules,
  schema,
  document,
  operationName,
}: StudyPlace): OperationStudy {
  const operation = operationIn(document, operationName);
  const fragments = reachableFragments(document, operation);
  const classified = new Map<FieldNode, { coordinate: string; category: DataCategory }>();
  const uses = new Map<FieldNode, readonly ArgumentUse[]>();
  const parents = new Map<SelectionSetNode, GraphQLCompositeType>();
  const fieldTypes = new Map<FieldNode, GraphQLNamedType>();
  const asked = new Set<string>();
  const categories = new Set<DataCategory>();
  const types = new TypeInfo(schema);
  const note = visitWithTypeInfo(types, {
    SelectionSet(node) {
      const parent = types.getParentType();
      if (parent) parents.set(node, parent);
    },
    Directive: (node) => noteCondition(node, asked),
    Field(node) {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field) throw new Error("Only a valid operation can be minimized.");
      fieldTypes.set(node, getNamedType(field.type));
      const coordinate = `${parent.name}.${field.name}`;
      const category = rules.fields.get(coordinate);
      if (category !== undefined) classified.set(node, { coordinate, category });
      // What a mutation is given is written, not searched by.
      if (parent === schema.getMutationType()) return;
      const found = argumentUsesOf({ rules, coordinate, field, node });
      if (found.length > 0) uses.set(node, found);
      for (const use of found) use.categories.forEach((each) => categories.add(each));
    },
  });
  for (const node of [operation, ...fragments.values()]) visit(node, note);
  for (const { category } of classified.values()) categories.add(category);
  return {
    schema,
    document,
    operation,
    kind: operation.operation === "mutation" ? "mutation" : "query",
    fragments,
    classified,
    uses,
    parents,
    fieldTypes,
    categories: [...categories].sort(),
    conditions: defaultsOf(operation, asked),
  };
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [found, ...others] = name
    ? operations.filter((each) => each.name?.value === name)
    : operations;
  if (found === undefined || others.length > 0) {
    throw new Error("The document does not have exactly one operation of this name.");
  }
  return found;
}

function reachableFragments(document: DocumentNode, operation: OperationDefinitionNode) {
  const all = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const reached = new Map<string, FragmentDefinitionNode>();
  const follow = (from: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(from, {
      FragmentSpread({ name }) {
        const fragment = all.find((each) => each.name.value === name.value);
        if (fragment === undefined || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return reached;
}

function noteCondition({ name, arguments: args }: DirectiveNode, asked: Set<string>): void {
  if (name.value !== "skip" && name.value !== "include") return;
  const value = args?.find((each) => each.name.value === "if")?.value;
  if (value?.kind === Kind.VARIABLE) asked.add(value.name.value);
}

function defaultsOf(operation: OperationDefinitionNode, asked: ReadonlySet<string>) {
  const defaults = new Map<string, ValueNode | undefined>(
    operation.variableDefinitions?.map((each) => [each.variable.name.value, each.defaultValue]),
  );
  return new Map(
    [...asked].sort().map((name) => {
      const value = defaults.get(name);
      return [name, value?.kind === Kind.BOOLEAN && value.value];
    }),
  );
}
