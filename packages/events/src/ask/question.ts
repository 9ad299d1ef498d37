import { z } from "zod";
import type { ServiceName } from "@tidbok/domain";

/** A registered operation that a service asks the gateway to execute for it. */
export type Question = {
  /** The service that asks: taken from the subject, which NATS lets only that service publish on. */
  readonly service: ServiceName;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly traceparent: string | null;
};

/** As a GraphQL response, with each error's stable code. */
export type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
};

export const requestIdHeader = "x-request-id";
export const traceparentHeader = "traceparent";

export const questionSchema = z.object({ variables: z.record(z.string(), z.unknown()) });

export const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
});
