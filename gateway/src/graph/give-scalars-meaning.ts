import { scalars } from "@tidbok/service";
import { isScalarType, type GraphQLSchema } from "graphql";

/**
 * The composed schema knows our scalars by name only. With their meaning, the gateway finds a malformed
 * instant itself, together with everything else that is wrong, before anything is fetched. What was
 * parsed is for checking: the services are sent what the client wrote.
 */
export function giveScalarsMeaning(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
  return schema;
}
