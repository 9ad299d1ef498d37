import type { GraphQLDataSource } from "@apollo/gateway";
import type { ServiceName } from "@tidbok/domain";
import type { Withheld } from "@tidbok/minimization";
import type { SignCaller } from "@tidbok/service";
import type { GatewayContext, SessionChange } from "../context.ts";
import type { ServiceConnections } from "../service-connections.ts";

/** Fetches from one service for the planner: signs for the caller, and takes what the service withheld. */
export function createDataSource(
  service: ServiceName,
  { services, signCaller }: { services: ServiceConnections; signCaller: SignCaller },
): GraphQLDataSource<GatewayContext> {
  return {
    process: async ({ request, context }) => {
      const { caller, origin, requestId, traceparent, withheld, sessionChanges } =
        context as GatewayContext;
      // Whoever logs in or asks for a mail is limited by network, too. Nobody else needs to know it.
      const isToldWhence = service === "identity" && /^\s*mutation\b/.test(request.query ?? "");
      const whence = origin && isToldWhence ? { origin } : {};
      const token = await signCaller(caller, service, whence);
      const body = JSON.stringify({ query: request.query, variables: request.variables });
      const answer = await services.send({ service, body, token, requestId, traceparent });
      const { withheld: more, session } = (answer.extensions ?? {}) as {
        withheld?: Withheld[];
        session?: SessionChange;
      };
      if (more) withheld.push(...more);
      // Only identity gives out sessions; nobody else may plant a cookie.
      if (session && service === "identity") sessionChanges.push(session);
      return { data: answer.data, errors: answer.errors } as never;
    },
  };
}
