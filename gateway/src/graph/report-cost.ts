import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../context.ts";

/** Puts `extensions.cost` on each answer that was charged: what it cost, what is left, and when the budget is whole again. */
export const reportCost: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const cost = contextValue.charges.at(-1)?.charge;
      if (cost === undefined || response.body.kind !== "single") return;
      const result = response.body.singleResult;
      result.extensions = { ...result.extensions, cost };
    },
  }),
};
