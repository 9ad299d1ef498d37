import { DomainError, type ErrorCode } from "@tidbok/domain";
import { Kind, getNamedType, isInputObjectType } from "graphql";
import type {
  FieldNode,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  OperationDefinitionNode,
  ValueNode,
} from "graphql";
import type { DataCategory } from "../data-map.ts";
import type { Decision } from "../decide/decide.ts";
import { wordsOfRemedy } from "../decide/remedies.ts";
import type { Rules } from "../compose/rules.ts";

/** An argument by which an operation may look for people: filter, sort or search. */
export type ArgumentUse = {
  readonly coordinate: string;
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
  readonly rules: Rules;
  /** Everything that it could read by, itself or in its input objects. */
  readonly categories: readonly DataCategory[];
};

type Place = {
  readonly rules: Rules;
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
};

/** The arguments of a field that are classified, or take an input object with a classified field. */
export function argumentUsesOf({ rules, coordinate, field, node }: Place): readonly ArgumentUse[] {
  return (node.arguments ?? []).flatMap(({ name, value }) => {
    const type = field.args.find((each) => each.name === name.value)?.type;
    if (type === undefined) throw new Error("Only a valid operation can be minimized.");
    const place = `${coordinate}(${name.value}:)`;
    const own = rules.arguments.get(place);
    const categories = new Set(categoriesWithin(rules, getNamedType(type)));
    if (own !== undefined) categories.add(own);
    if (categories.size === 0) return [];
    return [{ coordinate: place, type, value, rules, categories: [...categories] }];
  });
}

function categoriesWithin(
  rules: Rules,
  type: GraphQLNamedType,
  seen: Set<GraphQLNamedType> = new Set(),
): readonly DataCategory[] {
  if (!isInputObjectType(type) || seen.has(type)) return [];
  seen.add(type);
  return Object.values(type.getFields()).flatMap((field) => {
    const own = rules.inputFields.get(`${type.name}.${field.name}`);
    const within = categoriesWithin(rules, getNamedType(field.type), seen);
    return own === undefined ? within : [own, ...within];
  });
}

/** A request's own part: its variables, and what may be read of each category. */
export type ArgumentReader = {
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly decisionOn: (category: DataCategory) => Decision;
};

/**
 * Throws ARGUMENT_WITHHELD when the argument looks for people by what this caller may not read whole.
 * A null is a filter too: it finds the rows without such a value.
 */
export function refuseWithheld(use: ArgumentUse, reader: ArgumentReader): void {
  const { rules, coordinate, type, value } = use;
  const given = valueOf(value, reader);
  if (given === undefined) return;
  refuseAt({ coordinate, category: rules.arguments.get(coordinate) }, reader);
  refuseWithin({ rules, type, given }, reader);
}

type Given = {
  readonly rules: Rules;
  readonly type: GraphQLInputType;
  readonly given: unknown;
};

function refuseWithin({ rules, type, given }: Given, reader: ArgumentReader): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return;
  if (Array.isArray(given)) {
    for (const each of given) refuseWithin({ rules, type, given: each }, reader);
    return;
  }
  if (typeof given !== "object" || given === null) return;
  const values = given as Readonly<Record<string, unknown>>;
  for (const field of Object.values(named.getFields())) {
    const value = values[field.name];
    if (value === undefined) continue;
    const coordinate = `${named.name}.${field.name}`;
    refuseAt({ coordinate, category: rules.inputFields.get(coordinate) }, reader);
    refuseWithin({ rules, type: field.type, given: value }, reader);
  }
}

function refuseAt(
  { coordinate, category }: { coordinate: string; category: DataCategory | undefined },
  { decisionOn }: ArgumentReader,
): void {
  if (category === undefined) return;
  const { action, remedy } = decisionOn(category);
  if (action === "reveal") return;
  throw new DomainError<ErrorCode>(
    "ARGUMENT_WITHHELD",
    "You may not search by what you may not see.",
    { coordinate, ...wordsOfRemedy(remedy) },
  );
}

// Types are checked by the executor; here only what is given counts, and undefined is not given.
function valueOf(node: ValueNode, reader: ArgumentReader): unknown {
  switch (node.kind) {
    case Kind.VARIABLE: {
      const name = node.name.value;
      if (Object.hasOwn(reader.variables, name)) return reader.variables[name];
      const definitions = reader.operation.variableDefinitions ?? [];
      const definition = definitions.find((each) => each.variable.name.value === name);
      return definition?.defaultValue && valueOf(definition.defaultValue, reader);
    }
    case Kind.LIST:
      return node.values.map((each) => valueOf(each, reader));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((each) => [each.name.value, valueOf(each.value, reader)]),
      );
    case Kind.NULL:
      return null;
    default:
      return "value" in node ? node.value : null;
  }
}
