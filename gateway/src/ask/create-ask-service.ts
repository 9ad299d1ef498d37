import type { Caller } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import type { z } from "zod";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import type { ServiceConnections } from "../service-connections.ts";
import type { ServiceQuestions } from "./load-service-questions.ts";

/**
 * Asks a service a registered question in the gateway's own name, and reads its first field by `answer`; null where the
 * field is null. Throws ServiceUnavailable where the service cannot answer, ZodError where it answers something else.
 */
export type AskService = <Answer extends z.ZodType>(
  question: {
    /** `<service>.<Name>`, as the file in gateway/operations/gateway. */
    readonly operation: string;
    readonly variables?: object;
    readonly answer: Answer;
  },
  requestId: string,
) => Promise<z.output<Answer> | null>;

const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };

/** The gateway's way to ask services what it must know of a credential before it can plan. */
export function createAskService({
  questions,
  services,
  signCaller,
}: {
  readonly questions: ServiceQuestions;
  readonly services: ServiceConnections;
  readonly signCaller: SignCaller;
}): AskService {
  return async ({ operation, variables = {}, answer }, requestId) => {
    const question = questions.get(operation);
    if (!question) throw new Error(`${operation} is not registered.`);
    const { service, query } = question;
    const token = await signCaller(gateway, service, { operation: query });
    const body = JSON.stringify({ query, variables });
    const trace = { requestId, traceparent: null };
    const { data, errors } = await services.send({ service, body, token, ...trace });
    // A service that cannot look must not log its users out.
    if (errors?.length) throw new ServiceUnavailable();
    const [value] = Object.values(data ?? {});
    return value == null ? null : answer.parse(value);
  };
}
