import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { createPersonalToken } from "./actions/create-personal-token.ts";
import { findPersonalTokenCaller } from "./actions/find-personal-token-caller.ts";
import { listPersonalTokens } from "./actions/list-personal-tokens.ts";
import { revokePersonalToken } from "./actions/revoke-personal-token.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    personalTokens: (_, __, context) => listPersonalTokens(context),
    personalTokenCaller: (_, { input }, context) => findPersonalTokenCaller(context, input),
  },
  Mutation: {
    createPersonalToken: (_, { input }, context) => createPersonalToken(context, input),
    revokePersonalToken: (_, { input }, context) => revokePersonalToken(context, input),
  },
};
