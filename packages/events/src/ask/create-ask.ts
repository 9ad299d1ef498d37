import { errors, headers, type Msg, type NatsConnection } from "@nats-io/transport-node";
import { DomainError, newId, type ErrorCode, type ServiceName } from "@tidbok/domain";
import type { Nats } from "../nats/connect-nats.ts";
import { answerSchema, requestIdHeader, traceparentHeader } from "./question.ts";

// A GraphQL name; anything else could leave its place in the subject.
const operationNameShape = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** The service that asks, and the request on behalf of which it asks. */
export type AskOptions = {
  readonly nats: Nats;
  readonly service: ServiceName;
  /** Of the request or event that makes the service ask; a fresh one unless told. */
  readonly requestId?: string;
  readonly traceparent?: string | null;
  /** 10 seconds unless told. */
  readonly timeoutMilliseconds?: number;
};

/**
 * Asks the graph: the operation is one that the gateway has registered for the service. Gives its data
 * whole, or rejects with a DomainError: the answer's first error, ASK_TIMEOUT when no answer came in time,
 * ASK_UNANSWERED when the gateway was not there to answer or the connection was lost. A question changes nothing, so it may be repeated.
 */
export type Ask = (
  operationName: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** Makes the `ask` of one request; it holds nothing but its options. */
export function createAsk(options: AskOptions): Ask {
  const { nats, service, traceparent, timeoutMilliseconds = 10_000 } = options;
  return async (operationName, variables) => {
    if (!operationNameShape.test(operationName)) throw new TypeError("Not an operation's name.");
    const deadline = Date.now() + timeoutMilliseconds;
    const connection = await connectionWithin(nats, timeoutMilliseconds);
    const sent = headers();
    sent.set(requestIdHeader, options.requestId ?? newId());
    if (traceparent) sent.set(traceparentHeader, traceparent);
    const subject = `ask.${service}.${operationName}`;
    const reply = await requestReply(connection, {
      subject,
      payload: JSON.stringify({ variables }),
      timeout: Math.max(1, deadline - Date.now()),
      headers: sent,
    });
    return dataOf(reply);
  };
}

async function connectionWithin(nats: Nats, milliseconds: number): Promise<NatsConnection> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(timedOut()), milliseconds);
  return Promise.race([nats.connection(), late.promise]).finally(() => clearTimeout(timer));
}

type Request = {
  readonly subject: string;
  readonly payload: string;
  readonly timeout: number;
  readonly headers: ReturnType<typeof headers>;
};

async function requestReply(
  connection: NatsConnection,
  { subject, payload, ...options }: Request,
): Promise<Msg> {
  try {
    return await connection.request(subject, payload, options);
  } catch (error) {
    if (error instanceof errors.TimeoutError) throw timedOut();
    if (isUnanswered(error)) {
      throw new DomainError<ErrorCode>("ASK_UNANSWERED", "The gateway is not there to answer.");
    }
    throw error;
  }
}

// There is no responder, or the connection is lost or closed. A question that is not permitted is a mistake of ours.
function isUnanswered(error: unknown): boolean {
  if (error instanceof errors.RequestError) {
    return !(error.cause instanceof errors.PermissionViolationError);
  }
  return (
    error instanceof errors.ClosedConnectionError || error instanceof errors.DrainingConnectionError
  );
}

function dataOf(reply: Msg): Readonly<Record<string, unknown>> {
  const { data, errors: found = [] } = answerSchema.parse(reply.json());
  const [first] = found;
  if (first) throw new DomainError(first.code, first.message);
  if (!data) throw new DomainError<ErrorCode>("ASK_UNANSWERED", "The answer has no data.");
  return data;
}

function timedOut(): DomainError {
  return new DomainError<ErrorCode>("ASK_TIMEOUT", "No answer came in time.");
}
