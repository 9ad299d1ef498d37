import type { ApolloServerPlugin } from "@apollo/server";
import { domainErrorIn } from "@tidbok/domain";
import type { GatewayContext } from "../context.ts";

/** Says in HTTP's own words, too, when it is worth to try again (RFC 9110, 10.2.3). */
export const tellRetryAfter: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ errors = [], response }) => {
      // The federation library hands on whatever was thrown, not only errors of GraphQL.
      const seconds = errors.map((error) => Number(extensionsOf(error)["retryAfterSeconds"]));
      const longest = Math.max(0, ...seconds.filter(Number.isFinite));
      if (longest > 0) response.http.headers.set("retry-after", String(longest));
    },
  }),
};

// A service's error holds its details; an error of the gateway's own gets them only when it is formatted.
function extensionsOf(error: {
  readonly extensions?: Readonly<Record<string, unknown>>;
}): Readonly<Record<string, unknown>> {
  return domainErrorIn(error)?.details ?? error.extensions ?? {};
}
