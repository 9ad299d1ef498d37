import { scopeObstacle, ScopeMissing, type Caller, type Scope } from "@tidbok/domain";
import { grantScopes, type HiddenField, type Remedy, type Rules } from "@tidbok/minimization";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { fragmentsOf, rootFieldsOf } from "./root-fields-of.ts";

/** An operation, the schema that it was validated against, and the fields about which the data map decides. */
type Asked = {
  readonly rules: Pick<Rules, "fields">;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** A root field of the operation, and all coordinates that it leads to. */
type RootField = {
  readonly node: FieldNode;
  readonly coordinate: string;
  readonly isNullable: boolean;
  readonly coordinates: readonly string[];
};

/** What an app was not let do: the whole of an operation, or some of its root fields, which are null in the answer. */
export type MissingScopes =
  { readonly refusal: ScopeMissing } | { readonly hidden: ReadonlyMap<FieldNode, HiddenField> };

const known = new WeakMap<OperationDefinitionNode, readonly RootField[]>();

/**
 * What of an operation an app was not let do. A query loses the root fields that lead to a forbidden field; the
 * whole query is refused when it loses all of them, or one that is non-null. A mutation is refused whole, never done in part. Fields
 * that `@skip` leaves out count: what an app may ask does not depend on variables.
 */
export function missingScopes(caller: Caller, asked: Asked): MissingScopes {
  if (caller.kind !== "client") return { hidden: new Map() };
  const roots = rootsOf(asked);
  const forbidden = roots.flatMap((root) => {
    const obstacles = new Set(
      root.coordinates.flatMap((coordinate) => scopeObstacle(caller, coordinate) ?? []),
    );
    return obstacles.size > 0 ? [{ ...root, obstacles: [...obstacles] }] : [];
  });
  const isWhole =
    asked.operation.operation !== "query" ||
    forbidden.length === roots.length ||
    forbidden.some(({ isNullable }) => !isNullable);
  if (forbidden.length > 0 && isWhole) {
    return { refusal: refusalOf(forbidden.flatMap(({ obstacles }) => obstacles)) };
  }
  return {
    hidden: new Map(
      forbidden.map(({ node, coordinate, obstacles }) => [
        node,
        { coordinate, reason: "SCOPE_MISSING", remedy: remedyFor(obstacles) },
      ]),
    ),
  };
}

type Obstacles = readonly (Scope | "closed")[];

function refusalOf(obstacles: Obstacles): ScopeMissing {
  if (obstacles.includes("closed")) return new ScopeMissing([]);
  return new ScopeMissing([...new Set(obstacles)] as Scope[]);
}

function remedyFor(obstacles: Obstacles): Remedy | null {
  const scopes = obstacles.filter((each) => each !== "closed");
  return scopes.length < obstacles.length ? null : grantScopes(...scopes);
}

// Worked out once per operation: the executor passes the same object for the same text.
function rootsOf(asked: Asked): readonly RootField[] {
  const found = known.get(asked.operation) ?? study(asked);
  known.set(asked.operation, found);
  return found;
}

function study(asked: Asked): readonly RootField[] {
  const { schema, document, operation } = asked;
  const type = schema.getRootType(operation.operation);
  if (!type) return [];
  const fields = type.getFields();
  return rootFieldsOf(operation, fragmentsOf(document)).flatMap((node): readonly RootField[] => {
    const field = fields[node.name.value];
    // What every caller may ask of the schema is for the audience's schema to say.
    if (!field) return [];
    return [
      {
        node,
        coordinate: `${type.name}.${field.name}`,
        isNullable: !isNonNullType(field.type),
        coordinates: coordinatesIn(node, { ...asked, type }),
      },
    ];
  });
}

function coordinatesIn(
  root: FieldNode,
  { rules, schema, document, type }: Asked & { readonly type: GraphQLObjectType },
): readonly string[] {
  const fragments = fragmentsOf(document);
  const found = new Set<string>();
  const spread = new Set<string>();
  const look = (node: ASTNode, types: TypeInfo) =>
    visit(
      node,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const parent = getNamedType(types.getParentType());
          if (!isCompositeType(parent) || parent.name.startsWith("__")) return;
          if (name.value.startsWith("__")) return;
          found.add(`${parent.name}.${name.value}`);
          // Of a Node the services decide type by type: nothing of another type is found.
          const possible =
            isAbstractType(parent) && parent.name !== "Node" ? schema.getPossibleTypes(parent) : [];
          for (const each of possible) found.add(`${each.name}.${name.value}`);
        },
        FragmentSpread: ({ name }) => void spread.add(name.value),
      }),
    );
  look(root, new TypeInfo(schema, type));
  // A set grows while it is walked: fragments that fragments spread come later.
  for (const name of spread) {
    const fragment = fragments.get(name);
    if (fragment) look(fragment, new TypeInfo(schema));
  }
  return [...found].filter((coordinate) => !rules.fields.has(coordinate));
}
