import type { ApolloServerPlugin } from "@apollo/server";
import { summarizeWithheld } from "@tidbok/minimization";
import type { GatewayContext } from "../context.ts";

/** Puts `extensions.privacy.withheld` on every answer from which something was withheld. */
export const reportPrivacy: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (contextValue.withheld.length === 0 || response.body.kind !== "single") return;
      const result = response.body.singleResult;
      const withheld = summarizeWithheld(contextValue.withheld, contextValue.caller);
      result.extensions = { ...result.extensions, privacy: { withheld } };
    },
  }),
};
