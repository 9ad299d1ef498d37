import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { LoggedIn } from "./actions/begin-session.ts";
import { changePassword } from "./actions/change-password.ts";
import { confirmPassword } from "./actions/confirm-password.ts";
import { finishLogIn } from "./actions/finish-log-in.ts";
import { logInByLink } from "./actions/log-in-by-link.ts";
import { logInByPasskey } from "./actions/log-in-by-passkey.ts";
import { logIn } from "./actions/log-in.ts";
import { logOut } from "./actions/log-out.ts";
import { requestLogInLink } from "./actions/request-log-in-link.ts";
import { requestRecovery } from "./actions/request-recovery.ts";
import { resetPassword } from "./actions/reset-password.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    requestRecovery: async (_, { input }, context) => {
      await requestRecovery(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    resetPassword: (_, { input }, context) => resetPassword(context, input),
    logIn: async (_, { input }, context) => asOwn(await logIn(context, input)),
    requestLogInLink: async (_, { input }, context) => {
      await requestLogInLink(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    logInByLink: async (_, { input }, context) => asOwn(await logInByLink(context, input)),
    confirmPassword: (_, { input }, context) => confirmPassword(context, input),
    finishLogIn: async (_, { input }, context) => asOwn(await finishLogIn(context, input)),
    logInByPasskey: async (_, { input }, context) => asOwn(await logInByPasskey(context, input)),
    logOut: async (_, __, context) => {
      await logOut(context);
      return { isLoggedOut: true };
    },
    changePassword: (_, { input }, context) => changePassword(context, input),
  },
};

// Who asks is still a visitor to the gateway, and has just shown to be this person.
function asOwn({ account, ...rest }: LoggedIn) {
  return { account: account && { ...account, isOwn: true }, ...rest };
}
