import type { ApolloServerPlugin } from "@apollo/server";
import type { Logger } from "@tidbok/service";
import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../context.ts";
import { publicError } from "./public-error.ts";

/**
 * What fails here and not in a service is written to the log, and the answer carries the id of the
 * request to find it by. What a service answers has both already.
 */
export function reportFailures(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
        for (const error of errors) {
          // The federation library hands on whatever was thrown, not only errors of GraphQL.
          const { message, extensions = {} } = error;
          if (!isUnexplained(publicError({ message, extensions }, error))) continue;
          log.error({ requestId, err: error.originalError ?? error }, "a request failed");
        }
      },
      willSendResponse: async ({ contextValue: { requestId }, response }) => {
        if (response.body.kind !== "single") return;
        const { singleResult } = response.body;
        if (!singleResult.errors?.some(isUnexplained)) return;
        singleResult.errors = singleResult.errors.map((error) =>
          isUnexplained(error)
            ? { ...error, extensions: { ...error.extensions, correlationId: requestId } }
            : error,
        );
      },
    }),
  };
}

function isUnexplained({ extensions = {} }: GraphQLFormattedError): boolean {
  return extensions["code"] === "INTERNAL" && !("correlationId" in extensions);
}
