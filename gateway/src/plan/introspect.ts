import { executeSync, Kind } from "graphql";
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "./root-fields-of.ts";

/** An operation, and the schema as its caller sees it. */
export type Introspection = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * What the operation asks of the schema itself, by its keys in the answer, from the caller's own schema. The
 * federation gateway answers such questions from the whole one, which shows what is denied to the caller.
 */
export function introspect(asked: Introspection): Readonly<Record<string, unknown>> {
  const { schema, document, operation, variables } = asked;
  const fragments = fragmentsOf(document);
  const selectionSet = aboutTheSchema(operation.selectionSet, fragments);
  if (selectionSet.selections.length === 0) return {};
  const definitions = [{ ...operation, selectionSet }, ...fragments.values()];
  const { data, errors } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions },
    rootValue: {},
    variableValues: variables,
  });
  if (!data) throw new Error("A schema could not be asked about itself.", { cause: errors });
  return data;
}

// The root's fields about the schema, wherever a fragment has them.
function aboutTheSchema(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      return ["__schema", "__type"].includes(selection.name.value) ? [selection] : [];
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const within = fragment && aboutTheSchema(fragment.selectionSet, fragments);
    if (!within || within.selections.length === 0) return [];
    const { directives } = selection;
    return [
      { kind: Kind.INLINE_FRAGMENT, selectionSet: within, ...(directives && { directives }) },
    ];
  });
  return { ...set, selections };
}
