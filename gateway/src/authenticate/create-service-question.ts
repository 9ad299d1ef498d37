import type { Caller, ServiceName } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import type { ServiceConnections } from "../service-connections.ts";

/** Asks a service one thing in the gateway's own name; null where there is no answer. */
export type AskService = (
  question: { readonly query: string; readonly variables: object },
  requestId: string,
) => Promise<unknown>;

const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };

/** A way to ask a service whose a credential is. */
export function createServiceQuestion(
  service: ServiceName,
  { services, signCaller }: { services: ServiceConnections; signCaller: SignCaller },
): AskService {
  return async ({ query, variables }, requestId) => {
    const token = await signCaller(gateway, service);
    const body = JSON.stringify({ query, variables });
    const { data, errors } = await services.send({
      service,
      body,
      token,
      requestId,
      traceparent: null,
    });
    // Nobody is logged out because a service cannot look.
    if (errors?.length) throw new ServiceUnavailable();
    return Object.values(data ?? {})[0] ?? null;
  };
}
