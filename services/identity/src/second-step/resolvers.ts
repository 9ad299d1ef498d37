import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { beginAuthenticator } from "./actions/begin-authenticator.ts";
import { confirmAuthenticator } from "./actions/confirm-authenticator.ts";
import { findAuthenticator } from "./actions/find-authenticator.ts";
import { removeAuthenticator } from "./actions/remove-authenticator.ts";
import { renewRecoveryCodes } from "./actions/renew-recovery-codes.ts";
import type { Authenticator as AuthenticatorRow } from "./domain/authenticator.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    authenticator: (_, __, context) => findAuthenticator(context),
  },
  Mutation: {
    beginAuthenticator: (_, __, context) => beginAuthenticator(context),
    confirmAuthenticator: (_, { input }, context) => confirmAuthenticator(context, input),
    renewRecoveryCodes: (_, __, context) => renewRecoveryCodes(context),
    removeAuthenticator: (_, __, context) => removeAuthenticator(context),
  },
  Authenticator: {
    id: ({ accountId }: AuthenticatorRow) => accountId,
  },
};
