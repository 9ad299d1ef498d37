import { getNamedType, getNullableType, isCompositeType, isListType } from "graphql";
import type { GraphQLField } from "graphql";
import type { FieldCost } from "./read-costs.ts";

// The page of a connection (packages/service, pageSize).
const page = { usual: 25, longest: 100 };

/** A field, and the type that has it. */
export type Place = { readonly type: string; readonly field: GraphQLField<unknown, unknown> };

/**
 * How many rows a field is counted as: its `first` or `last`, or 25 without both; as many as it names by `nodeIds`; 1 where it is no list of objects, or where the
 * connection around it has counted already. A service refuses more than 100, so it counts as 100. Null where the
 * list is bounded by nothing, which composition refuses.
 */
export function listSize(
  { type, field }: Place,
  { args, cost }: { readonly args: Readonly<Record<string, unknown>>; readonly cost: FieldCost },
): number | null {
  if (field.args.some(({ name }) => name === "first")) {
    const size = args["first"] ?? args["last"];
    return typeof size === "number" ? Math.min(Math.max(size, 0), page.longest) : page.usual;
  }
  const { nodeIds } = args;
  if (Array.isArray(nodeIds)) return Math.min(nodeIds.length, page.longest);
  const isRows =
    isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
  if (!isRows || type.endsWith("Connection")) return 1;
  return cost.assumedSize ?? null;
}
