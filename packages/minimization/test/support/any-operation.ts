import fc from "fast-check";
import {
  Kind,
  NoUnusedVariablesRule,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  specifiedRules,
  validate,
  visit,
} from "graphql";
import type { DocumentNode, GraphQLCompositeType, GraphQLField, GraphQLSchema } from "graphql";

/** An operation of a schema, with the variables that its conditions ask. */
export type AnyOperation = {
  readonly document: DocumentNode;
  readonly variables: { readonly yes: boolean; readonly no: boolean };
};

const fragmentTypes = ["Attendee", "Person", "Booking", "Entry"] as const;

/** Valid queries with aliases, fragments of all kinds, conditions, lists of lists, interfaces and unions. */
export function anyOperation(schema: GraphQLSchema): fc.Arbitrary<AnyOperation> {
  const query = schema.getQueryType();
  if (!query) throw new Error("The schema has no queries.");
  const fragments = fc.tuple(
    ...fragmentTypes.map((name, place) => {
      const type = schema.getType(name);
      if (!isCompositeType(type)) throw new Error(`${name} has no fields.`);
      // A fragment spreads only those before it, so that none spreads itself.
      return selections({ type, depth: 2, spreads: place }).map(
        (set) => `fragment F${place} on ${name} ${set}`,
      );
    }),
  );
  const variables = fc.record({ yes: fc.boolean(), no: fc.boolean() });
  return fc
    .tuple(
      selections({ type: query, depth: 4, spreads: fragmentTypes.length }),
      fragments,
      variables,
    )
    .map(([set, texts, values]) => ({
      document: withoutUnused(
        parse(`query ($yes: Boolean!, $no: Boolean = false) ${set} ${texts.join("\n")}`),
      ),
      variables: values,
    }))
    .filter(({ document }) => validate(schema, document, rules).length === 0);

  function selections(place: Place): fc.Arbitrary<string> {
    return fc
      .array(selection(place), { minLength: 1, maxLength: 4 })
      .map((each) => `{ ${each.join(" ")} }`);
  }

  function selection({ type, depth, spreads }: Place): fc.Arbitrary<string> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leads = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    const own = leads.map((field) => fieldOf(field, { type, depth, spreads }));
    const typeName = fc.constant("__typename");
    if (depth <= 1) return fc.oneof(typeName, ...own);
    const inner = overlapping(type).map((condition) =>
      fc
        .tuple(conditions, selections({ type: condition, depth: depth - 1, spreads }))
        .map(([when, set]) => `... on ${condition.name} ${when} ${set}`),
    );
    const spread = fragmentTypes
      .slice(0, spreads)
      .map((name, place) => ({ name, place }))
      .filter(({ name }) => overlapping(type).some((each) => each.name === name))
      .map(({ place }) => conditions.map((when) => `...F${place} ${when}`));
    const plain = fc
      .tuple(conditions, selections({ type, depth: depth - 1, spreads }))
      .map(([when, set]) => `... ${when} ${set}`);
    return fc.oneof(
      typeName,
      plain,
      ...inner,
      ...spread,
      ...own.map((arbitrary) => ({ weight: 3, arbitrary })),
    );
  }

  function fieldOf(
    field: GraphQLField<unknown, unknown>,
    { depth, spreads }: Place,
  ): fc.Arbitrary<string> {
    const args = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: 1`);
    const call = args.length > 0 ? `${field.name}(${args.join()})` : field.name;
    const alias = fc.constantFrom("", "", `${field.name}_a: `, `a_${field.name}: `);
    const type = getNamedType(field.type);
    const set = isCompositeType(type)
      ? selections({ type, depth: depth - 1, spreads })
      : fc.constant("");
    return fc
      .tuple(alias, conditions, set)
      .map(([as, when, text]) => `${as}${call} ${when} ${text}`);
  }

  function overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    const abstract = Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .filter((each) => types.some((one) => schema.isSubType(each, one)));
    return [...types, ...abstract];
  }
}

type Place = {
  readonly type: GraphQLCompositeType;
  readonly depth: number;
  readonly spreads: number;
};

const conditions = fc.constantFrom(
  ...["", "", "", "", "@skip(if: $yes)", "@include(if: $no)", "@include(if: $yes) @skip(if: $no)"],
  ...["@skip(if: true)", "@include(if: true)"],
);

const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void used.add(name.value) });
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.FRAGMENT_DEFINITION || used.has(each.name.value),
  );
  const isDone = definitions.length === document.definitions.length;
  return isDone ? document : withoutUnused({ ...document, definitions });
}
