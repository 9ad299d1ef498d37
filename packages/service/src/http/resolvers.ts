import type { GraphQLResolveInfo, GraphQLScalarType } from "graphql";

// Arguments were checked against the SDL by graphql-js before a resolver sees them, and an action
// validates its input whole; typing them again per resolver would say the SDL a third time.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

/** Resolves one field: the row it is on, its arguments, the context. */
export type Resolver<Context> = (
  row: Loose,
  args: Loose,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

/** Resolves an entity that another subgraph refers to by its key; null when the caller may not know of it. */
export type ReferenceResolver<Context> = (reference: Loose, context: Context) => unknown;

/** The resolvers of a subgraph, by type and field. */
export type Resolvers<Context> = {
  readonly [type: string]:
    | GraphQLScalarType
    | ({ readonly __resolveReference?: ReferenceResolver<Context> } & {
        readonly [field: string]: Resolver<Context> | ReferenceResolver<Context> | undefined;
      });
};
