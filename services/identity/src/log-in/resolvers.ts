import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { LoggedIn } from "./actions/steps/begin-session.ts";
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
import { verifyEmail, type Verified } from "./actions/verify-email.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    verifyEmail: async (_, { input }, context) =>
      answer(context, await verifyEmail(context, input)),
    requestRecovery: async (_, { input }, context) => {
      await requestRecovery(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    resetPassword: (_, { input }, context) => resetPassword(context, input),
    logIn: async (_, { input }, context) => answer(context, await logIn(context, input)),
    requestLogInLink: async (_, { input }, context) => {
      await requestLogInLink(context, input);
      return { nextStep: "CHECK_MAIL" };
    },
    logInByLink: async (_, { input }, context) =>
      answer(context, await logInByLink(context, input)),
    confirmPassword: (_, { input }, context) => confirmPassword(context, input),
    finishLogIn: async (_, { input }, context) =>
      answer(context, await finishLogIn(context, input)),
    logInByPasskey: async (_, { input }, context) =>
      answer(context, await logInByPasskey(context, input)),
    logOut: async (_, __, context) => {
      await logOut(context);
      context.extend("session", { cookie: null, maxAgeSeconds: 0 });
      return { isLoggedOut: true };
    },
    changePassword: (_, { input }, context) => changePassword(context, input),
  },
};

// The gateway makes the cookie from the extension. It sent the request as a visitor's, so it cannot know that the
// caller owns the account now.
function answer(context: Context, { account, session, ...rest }: LoggedIn | Verified) {
  if (session) context.extend("session", session);
  // A link that was followed before shows its account, and its reader is a visitor to it.
  const isOwn = session !== null || rest.tokens !== null;
  return { account: account && { ...account, isOwn }, ...rest };
}
