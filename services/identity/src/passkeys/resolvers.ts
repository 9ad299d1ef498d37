import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { beginPasskeyConfirmation } from "./actions/begin-passkey-confirmation.ts";
import { beginPasskeyLogIn } from "./actions/begin-passkey-log-in.ts";
import { beginPasskeyRegistration } from "./actions/begin-passkey-registration.ts";
import { confirmPasskey } from "./actions/confirm-passkey.ts";
import { listPasskeys } from "./actions/list-passkeys.ts";
import { registerPasskey } from "./actions/register-passkey.ts";
import { removePasskey } from "./actions/remove-passkey.ts";
import { renamePasskey } from "./actions/rename-passkey.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    passkeys: (_, __, context) => listPasskeys(context),
  },
  Mutation: {
    beginPasskeyRegistration: (_, __, context) => beginPasskeyRegistration(context),
    registerPasskey: (_, { input }, context) => registerPasskey(context, input),
    renamePasskey: (_, { input }, context) => renamePasskey(context, input),
    removePasskey: (_, { input }, context) => removePasskey(context, input),
    beginPasskeyLogIn: (_, __, context) => beginPasskeyLogIn(context),
    beginPasskeyConfirmation: (_, __, context) => beginPasskeyConfirmation(context),
    confirmPasskey: (_, { input }, context) => confirmPasskey(context, input),
  },
};
