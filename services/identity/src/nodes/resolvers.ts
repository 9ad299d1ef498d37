import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { findNode, findNodes } from "./actions/find-node.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    node: (_, { nodeId }, context) => findNode(context, nodeId),
    nodes: (_, { nodeIds }, context) => findNodes(context, nodeIds),
  },
};
