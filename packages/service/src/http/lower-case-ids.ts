import { input } from "@tidbok/domain";
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLID,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

/**
 * Writes the ids of arguments and of references in lower case before a resolver sees them, as the database writes them.
 * Locks, limits, caches and comparisons are made from the text of an id; a second spelling would be a second row to them.
 */
export function lowerCaseIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      if (field.args.length === 0) continue;
      const types = new Map(field.args.map((argument) => [argument.name, argument.type]));
      const read =
        name === "_entities"
          ? (args: Fields) => ({ representations: references(schema, args["representations"]) })
          : (args: Fields) => mapFields(args, (value, key) => lowered(value, types.get(key)));
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args: Fields, context: unknown, about) =>
        resolve(source, read(args), context, about) as unknown;
    }
  }
  return schema;
}

type Fields = Readonly<Record<string, unknown>>;

function lowered(value: unknown, type: GraphQLInputType | undefined): unknown {
  if (value === null || value === undefined || !type) return value;
  if (isNonNullType(type)) return lowered(value, type.ofType);
  if (isListType(type)) return (value as unknown[]).map((each) => lowered(each, type.ofType));
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return mapFields(value as Fields, (inner, key) => lowered(inner, fields[key]?.type));
  }
  return type === GraphQLID ? lowerCase(value) : value;
}

// A reference comes as a scalar of any form: what is an id is said by the type that it names.
function references(schema: GraphQLSchema, given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  return given.map((reference: Fields) => {
    const type = schema.getType(String(reference["__typename"]));
    if (!isObjectType(type)) return reference;
    const fields = type.getFields();
    return mapFields(reference, (value, key) => {
      const field = fields[key];
      return field && getNamedType(field.type) === GraphQLID ? lowerCase(value) : value;
    });
  });
}

// Some ids are words of a configuration, such as a provider's; they stay as they are.
function lowerCase(value: unknown): unknown {
  return input.id.safeParse(value).data ?? value;
}

function mapFields(fields: Fields, change: (value: unknown, key: string) => unknown): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, change(value, key)]),
  );
}
