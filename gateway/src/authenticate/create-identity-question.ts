import type { Caller } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import type { ServiceConnections } from "../service-connections.ts";

/** Asks identity one thing in the gateway's own name; null where there is no answer. */
export type AskIdentity = (
  question: { readonly query: string; readonly variables: object },
  requestId: string,
) => Promise<unknown>;

const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };

/** A way to ask identity who somebody is. */
export function createIdentityQuestion(
  services: ServiceConnections,
  signCaller: SignCaller,
): AskIdentity {
  return async ({ query, variables }, requestId) => {
    const token = await signCaller(gateway, "identity");
    const body = JSON.stringify({ query, variables });
    const { data, errors } = await services.send({
      service: "identity",
      body,
      token,
      requestId,
      traceparent: null,
    });
    // Nobody is logged out because identity cannot look.
    if (errors?.length) throw new ServiceUnavailable();
    return Object.values(data ?? {})[0] ?? null;
  };
}
