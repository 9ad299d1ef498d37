import type { ApolloServerPlugin } from "@apollo/server";
import type { SessionLookup } from "./create-session-lookup.ts";
import type { GatewayContext } from "../context.ts";

/**
 * After a mutation, what is remembered of the account that sent it is looked up again: an owner may use
 * a new organization in the very next request, before any event has arrived.
 */
export function forgetChangedAccount(sessions: SessionLookup): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ operation, contextValue: { caller } }) => {
        if (operation?.operation !== "mutation") return;
        if (caller.kind === "account") sessions.forget(caller.accountId);
        if (caller.kind === "staff") sessions.forget(caller.staffId);
      },
    }),
  };
}
