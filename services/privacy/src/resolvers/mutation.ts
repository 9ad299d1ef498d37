import type { Resolvers } from "@tidbok/service";
import { setRetention } from "../actions/set-retention.ts";
import type { Context } from "../context.ts";

export const Mutation: Resolvers<Context>["Mutation"] = {
  setRetention: (_, { input }, context) => setRetention(context, input),
};
