import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import {
  listLogInMethods,
  type LogInMethods as LogInMethodsRow,
} from "./actions/list-log-in-methods.ts";
import { requestProviderLink } from "./actions/request-provider-link.ts";
import { unlinkProvider } from "./actions/unlink-provider.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    logInProviders: (_, __, { providers }) => providers.list,
    logInMethods: (_, __, context) => listLogInMethods(context),
  },
  Mutation: {
    requestProviderLink: (_, { input }, context) => requestProviderLink(context, input),
    unlinkProvider: (_, { input }, context) => unlinkProvider(context, input),
  },
  LogInMethods: {
    id: ({ accountId }: LogInMethodsRow) => accountId,
  },
};
