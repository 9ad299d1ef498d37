import { randomUUID } from "node:crypto";
import type { ServiceName } from "@tidbok/domain";
import { callerClassOf } from "@tidbok/minimization";
import { createContext } from "../context.ts";
import type { GraphServers } from "../create-graph-servers.ts";
import type { RegisteredOperations } from "./load-registered-operations.ts";

/** The answer to a service's question, as GraphQL gives it. */
export type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
};

/** A question as it comes over NATS: the subject says who asks, which is all that is believed of it. */
export type Question = {
  readonly service: ServiceName;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly requestId?: string;
  readonly traceparent?: string | null;
};

/**
 * Answers our own services by the same rules as everybody: the operation is one that is registered,
 * the purpose is the one it was registered for, and fields outside that purpose come back null.
 */
export function createAnswer(
  servers: GraphServers,
  operations: RegisteredOperations,
): (question: Question) => Promise<Answer> {
  return async ({ service, operation, variables, requestId = randomUUID(), traceparent }) => {
    const registered = operations.get(`${service}.${operation}`);
    if (!registered) {
      const message = "This operation is not registered.";
      return { errors: [{ code: "OPERATION_NOT_REGISTERED", message }] };
    }
    const caller = { kind: "service", service, purpose: registered.purpose } as const;
    const { body } = await servers[callerClassOf(caller)].executeOperation(
      { query: registered.query, operationName: registered.name, variables },
      { contextValue: createContext(caller, { requestId, traceparent: traceparent ?? null }) },
    );
    if (body.kind !== "single") throw new Error("a registered operation was answered in parts");
    const { data, errors } = body.singleResult;
    if (!errors) return { data };
    return {
      data,
      errors: errors.map(({ message, extensions }) => ({
        code: String(extensions?.["code"] ?? "INTERNAL"),
        message,
      })),
    };
  };
}
