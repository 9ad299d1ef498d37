import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "./context.ts";

/** Says in HTTP's own words, too, when it is worth to try again (RFC 9110, 10.2.3). */
export const tellRetryAfter: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ errors = [], response }) => {
      const seconds = errors.map(({ extensions }) => Number(extensions["retryAfterSeconds"]));
      const longest = Math.max(0, ...seconds.filter(Number.isFinite));
      if (longest > 0) response.http.headers.set("retry-after", String(longest));
    },
  }),
};
