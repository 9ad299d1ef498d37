import type { DocumentNode, GraphQLSchema } from "graphql";

/** An operation, the schema that it was validated against, and its variables, which fit their types. */
export type CostQuery = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};
