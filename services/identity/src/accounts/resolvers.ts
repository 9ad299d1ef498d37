import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { confirmEmailChange } from "./actions/confirm-email-change.ts";
import { findMe, findAccount } from "./actions/find-account.ts";
import { findVerification } from "./actions/find-verification.ts";
import { requestEmailChange } from "./actions/request-email-change.ts";
import { resendVerification } from "./actions/resend-verification.ts";
import { signUp } from "./actions/sign-up.ts";
import { updateProfile } from "./actions/update-profile.ts";
import type { Account as AccountRow } from "./domain/account.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    me: (_, __, context) => findMe(context),
    emailVerification: (_, { id }, context) => findVerification(context, id),
  },
  Mutation: {
    signUp: async (_, { input }, context) => {
      await signUp(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    resendVerification: async (_, { input }, context) => {
      await resendVerification(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    requestEmailChange: async (_, { input }, context) => {
      await requestEmailChange(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    confirmEmailChange: async (_, { input }, context) => ({
      isChanged: await confirmEmailChange(context, input),
    }),
    updateProfile: (_, { input }, context) => updateProfile(context, input),
  },
  Account: {
    __resolveReference: ({ id }: Pick<AccountRow, "id">, context) => findAccount(context, id),
    displayName: ({ name }: AccountRow) => name,
  },
};
