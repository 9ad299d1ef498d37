import type { GraphQLDataSource } from "@apollo/gateway";
import type { Origin, ServiceName } from "@tidbok/domain";
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
      const operation = request.query ?? "";
      const isMutation = /^\s*mutation\b/.test(operation);
      const whence = origin && isMutation ? whenceFor(service, { caller, origin }) : {};
      const token = await signCaller(caller, service, { operation, ...whence });
      const body = JSON.stringify({ query: operation, variables: request.variables });
      const answer = await services.send({ service, body, token, requestId, traceparent });
      const { withheld: more, session } = (answer.extensions ?? {}) as {
        withheld?: Withheld[];
        session?: SessionChange;
      };
      if (more) withheld.push(...more);
      // Only identity gives out sessions; no other service may set the cookie.
      if (session && service === "identity") sessionChanges.push(session);
      return { data: answer.data, errors: answer.errors } as never;
    },
  };
}

// Identity limits log-ins and mails by network too, and shows a session's network to its person.
// Scheduling counts what visitors book, by a fingerprint. No other service needs to know.
function whenceFor(
  service: ServiceName,
  { caller, origin }: Pick<GatewayContext, "caller"> & { readonly origin: Origin },
) {
  if (service === "identity") return { origin };
  const isVisitor = caller.kind === "anonymous" || caller.kind === "attendee";
  const isCounted = service === "scheduling" && isVisitor;
  return isCounted ? { network: origin.network } : {};
}
