/**
 * An operation as text with the types of its answer and its variables. The documents that graphql-codegen's client
 * preset makes with `documentMode: "string"` are of this type.
 */
export type TypedDocument<Data, Variables> = {
  toString(): string;
  /** Carries the types; absent at run time. */
  readonly __apiType?: (variables: Variables) => Data;
};

/** The variables of an operation; an operation without any is asked with one argument. */
export type VariablesArgument<Variables> = [Record<string, never>] extends [Variables]
  ? [variables?: Variables]
  : [variables: Variables];
