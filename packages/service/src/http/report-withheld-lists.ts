import { classesOf, withheldList } from "@tidbok/minimization";
import {
  defaultFieldResolver,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { ServiceContext } from "../service-definition.ts";

/**
 * Says of each list that a service answers with null that it was withheld. A list that exists for every caller is
 * non-null in our schemas, so null means that this caller may not read it. Of personal data the data map decides, and
 * `protect` says so.
 */
export function reportWithheldLists(schema: GraphQLSchema): void {
  const classes = classesOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!isNullableList(field.type) || classes.get(coordinate)?.kind === "personal") continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args: unknown, context: ServiceContext, about) => {
        const list: unknown = await resolve(source, args, context, about);
        if (list == null) context.withhold(withheldList(coordinate));
        return list;
      };
    }
  }
}

function isNullableList(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return false;
  return isListType(type) || getNamedType(type).name.endsWith("Connection");
}
