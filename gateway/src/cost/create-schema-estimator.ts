import { defaultFieldResolver, getNamedType, isObjectType, Kind } from "graphql";
import type { GraphQLField, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import type { ComplexityEstimator } from "graphql-query-complexity";
import { fragmentsOf } from "../plan/root-fields-of.ts";
import type { CostQuery } from "./cost-query.ts";
import { maxCost } from "./max-cost.ts";

const fieldsForOne = 6;
const maxFields = fieldsForOne * maxCost;

/** A field of the schema's answer, the object that has it, and what is asked of its value. */
type Selected = {
  readonly asked: GraphQLField<unknown, unknown>;
  readonly source: unknown;
  readonly set: SelectionSetNode;
};

/**
 * Estimates `__schema` and `__type` of one operation by the number of fields in their answer: six cost 1, so that a
 * whole schema costs about 3,000. They are counted in the schema itself: types differ too much for assumed sizes, and aliases
 * within each other multiply. Counting ends where the operation costs too much: it costs Infinity. Deprecated fields and
 * fields under `@skip` count, too.
 */
export function createSchemaEstimator({
  schema,
  document,
}: Pick<CostQuery, "schema" | "document">): ComplexityEstimator {
  const fragments = fragmentsOf(document);
  // Of the whole operation, so that a field which is spread a thousand times is not counted a thousand times.
  let fields = 0;
  return ({ field, node, args }) => {
    if (field.name !== "__schema" && field.name !== "__type") return undefined;
    const before = fields;
    function answer({ asked, source, set }: Selected) {
      const resolve = asked.resolve ?? defaultFieldResolver;
      const given = { includeDeprecated: true, ...args };
      const value: unknown = resolve(source, given, {}, { schema } as GraphQLResolveInfo);
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== null && one !== undefined) select({ asked, source: one, set });
      }
    }
    function select({ asked, source, set }: Selected) {
      const type = getNamedType(asked.type);
      for (const selection of set.selections) {
        if (fields > maxFields || !isObjectType(type)) return;
        if (selection.kind === Kind.FIELD) {
          fields += 1;
          const next = type.getFields()[selection.name.value];
          const below = selection.selectionSet;
          if (next && below) answer({ asked: next, source, set: below });
        } else {
          const within =
            selection.kind === Kind.INLINE_FRAGMENT
              ? selection
              : fragments.get(selection.name.value);
          if (within) select({ asked, source, set: within.selectionSet });
        }
      }
    }
    if (node.selectionSet) answer({ asked: field, source: schema, set: node.selectionSet });
    return fields > maxFields
      ? Number.POSITIVE_INFINITY
      : Math.ceil((fields - before) / fieldsForOne);
  };
}
