import { GraphQLScalarType } from "graphql";
import type { Resolvers } from "./resolvers.ts";

/** The resolvers of all subjects as one. Throws where two subjects resolve one field: one of them would be lost. */
export function mergeResolvers<Context>(lists: readonly Resolvers<Context>[]): Resolvers<Context> {
  const merged: { [type: string]: Resolvers<Context>[string] } = {};
  for (const [type, fields] of lists.flatMap((list) => Object.entries(list))) {
    const known = merged[type] ?? {};
    if (known instanceof GraphQLScalarType || fields instanceof GraphQLScalarType) {
      throw new Error(`${type} is a scalar; the shell resolves those.`);
    }
    const twice = Object.keys(fields).find((field) => field in known);
    if (twice !== undefined) throw new Error(`${type}.${twice} is resolved twice.`);
    merged[type] = { ...known, ...fields };
  }
  return merged;
}
