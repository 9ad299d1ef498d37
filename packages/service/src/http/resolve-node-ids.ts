import { nodeIdOf } from "@tidbok/domain";
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from "graphql";

/** Answers `nodeId` of each type that is a Node with the type and what its `id` is. */
export function resolveNodeIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { id, nodeId } = type.getFields();
    if (!id || !nodeId) continue;
    const resolveId = id.resolve ?? defaultFieldResolver;
    nodeId.resolve = async (row, _, context, about) => {
      const found: unknown = await resolveId(row, {}, context, { ...about, fieldName: "id" });
      return nodeIdOf({ type: type.name, id: String(found) });
    };
  }
  return schema;
}
