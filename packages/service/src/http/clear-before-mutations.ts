import { GraphQLScalarType } from "graphql";
import type { Resolver, Resolvers } from "./resolvers.ts";

/**
 * The resolvers, of which each mutation first forgets what the request has loaded: mutations of one request run one
 * after the other, and each sees what those before it have changed.
 */
export function clearBeforeMutations<Context>(resolvers: Resolvers<Context>): Resolvers<Context> {
  const { Mutation } = resolvers;
  if (!Mutation || Mutation instanceof GraphQLScalarType) return resolvers;
  const mutations = Object.entries(Mutation).map(([name, resolve]) => [
    name,
    clearing(resolve as Resolver<Context>),
  ]);
  return { ...resolvers, Mutation: Object.fromEntries(mutations) as typeof Mutation };
}

function clearing<Context>(resolve: Resolver<Context>): Resolver<Context> {
  return (row, args, context, info) => {
    const { loaders } = context as { readonly loaders?: { readonly clear?: () => void } };
    loaders?.clear?.();
    return resolve(row, args, context, info);
  };
}
