import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { closeAccount } from "./actions/close-account.ts";
import { deactivateAccount } from "./actions/deactivate-account.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    deactivateAccount: (_, __, context) => deactivateAccount(context),
    closeAccount: (_, __, context) => closeAccount(context),
  },
};
