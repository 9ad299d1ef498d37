import type { Answer, Question } from "@tidbok/events";
import { callerClassOf } from "@tidbok/minimization";
import { createContext } from "../context.ts";
import type { GraphServers } from "../graph/create-graph-servers.ts";
import type { RegisteredOperations } from "./load-registered-operations.ts";

/**
 * Answers our own services by the same rules as everybody: the operation is one that is registered,
 * the purpose is the one it was registered for, and fields outside that purpose come back null.
 */
export function createAnswer(
  servers: GraphServers,
  operations: RegisteredOperations,
): (question: Question) => Promise<Answer> {
  return async ({ service, operationName, variables, requestId, traceparent }) => {
    const registered = operations.get(`${service}.${operationName}`);
    if (!registered) {
      const message = "This operation is not registered.";
      return { errors: [{ code: "OPERATION_NOT_REGISTERED", message }] };
    }
    const caller = { kind: "service", service, purpose: registered.purpose } as const;
    const { body } = await servers[callerClassOf(caller)].executeOperation(
      { query: registered.query, operationName: registered.name, variables },
      { contextValue: createContext(caller, { requestId, traceparent }) },
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
