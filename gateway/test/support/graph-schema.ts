import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { demand } from "./ask.ts";

/** A field that takes an id somewhere in its arguments, and where: `input.hosts.accountId`. */
export type IdPlace = {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: string;
};

/** The schema as a caller is told it. */
export async function schemaFor(token?: string): Promise<GraphQLSchema> {
  const query = getIntrospectionQuery({ descriptions: false });
  return buildClientSchema(
    (await demand({ query, ...(token && { token }) })) as IntrospectionQuery,
  );
}

/** Every place of the schema where a caller names something by its id. `nodeId` names any type: nodes.test.ts tries each. */
export function idPlaces(schema: GraphQLSchema): readonly IdPlace[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__")
      ? Object.values(type.getFields()).flatMap((field) =>
          field.args
            .filter(({ name }) => !["nodeId", "nodeIds"].includes(name))
            .flatMap((argument) => idsIn(argument.type, [argument.name]))
            .map((path) => ({ type: type.name, field, path })),
        )
      : [],
  );
}

function idsIn(type: GraphQLInputType, path: readonly string[]): readonly string[] {
  const named = getNamedType(type);
  if (named.name === "ID") return [path.join(".")];
  // Deeper than any input is: input objects may hold themselves.
  if (!isInputObjectType(named) || path.length > 5) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    idsIn(field.type, [...path, field.name]),
  );
}

/** Everything that can be asked of a type without naming anything, `depth` types deep. */
export function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    return isObjectType(named) && depth > 0
      ? [`${field.name} { ${selectionOf(named, depth - 1)} }`]
      : [];
  });
  return ["__typename", ...fields].join(" ");
}
