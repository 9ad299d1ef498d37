import { scopeObstacle, ScopeMissing, type Caller, type Scope } from "@tidbok/domain";
import type { Rules } from "@tidbok/minimization";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";

/** An operation, the schema that it was validated against, and the fields about which the data map decides. */
type Asked = {
  readonly rules: Pick<Rules, "fields">;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
};

const known = new WeakMap<DocumentNode, Map<string, readonly string[]>>();

/**
 * What of an operation an app was not let do, as the error that refuses the whole of it, or null. Fields that
 * `@skip` leaves out count: what an app may ask does not hang on variables.
 */
export function missingScopes(caller: Caller, asked: Asked): ScopeMissing | null {
  if (caller.kind !== "client") return null;
  const obstacles = coordinatesIn(asked).flatMap(
    (coordinate) => scopeObstacle(caller, coordinate) ?? [],
  );
  if (obstacles.length === 0) return null;
  if (obstacles.includes("closed")) return new ScopeMissing([]);
  return new ScopeMissing([...new Set(obstacles)] as Scope[]);
}

// Worked out once per document: the executor passes the same object for the same text.
function coordinatesIn(asked: Asked): readonly string[] {
  const { document, operationName } = asked;
  const byName = known.get(document) ?? new Map<string, readonly string[]>();
  known.set(document, byName);
  const found = byName.get(operationName ?? "") ?? study(asked);
  byName.set(operationName ?? "", found);
  return found;
}

function study({ rules, schema, document, operationName }: Asked): readonly string[] {
  const operations = separateOperations(document);
  const only = Object.keys(operations).length === 1 ? Object.values(operations)[0] : undefined;
  const operation = operations[operationName ?? ""] ?? only ?? document;
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = getNamedType(types.getParentType());
        if (!isCompositeType(parent)) return;
        // What every caller may ask of the schema is for the audience's schema to say.
        if (parent.name.startsWith("__") || name.value.startsWith("__")) return;
        found.add(`${parent.name}.${name.value}`);
        const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
        for (const type of possible) found.add(`${type.name}.${name.value}`);
      },
    }),
  );
  return [...found].filter((coordinate) => !rules.fields.has(coordinate));
}
