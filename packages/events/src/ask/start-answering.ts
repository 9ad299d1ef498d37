import type { Msg, NatsConnection, Subscription } from "@nats-io/transport-node";
import { DomainError, newId, serviceNames, type ErrorCode } from "@tidbok/domain";
import type { Nats } from "../nats/connect-nats.ts";
import type { Running } from "../nats/lead.ts";
import type { Log } from "../nats/log.ts";
import { answerQueue } from "../nats/nats-permissions.ts";
import {
  questionSchema,
  requestIdHeader,
  traceparentHeader,
  type Answer,
  type Question,
} from "./question.ts";

/** How questions are answered. */
export type AnsweringOptions = {
  readonly nats: Nats;
  /** What it throws becomes an error of the answer: a DomainError with its code, all else INTERNAL. */
  readonly answer: (question: Question) => Promise<Answer>;
  readonly log: Log;
};

/**
 * Answers services' questions, shared among the gateways in a queue group, until stopped; then takes
 * no more and finishes what it has. Starts answering when NATS is there.
 */
export function startAnswering(options: AnsweringOptions): Running {
  const underWay = new Set<Promise<void>>();
  const subscribed = options.nats.connection().then(
    (connection) => subscribe(connection, { ...options, underWay }),
    // Stopped before NATS was there: there is nothing to answer and nothing to stop.
    () => null,
  );
  return {
    stop: async () => {
      const subscription = await subscribed;
      if (subscription && !subscription.isClosed() && options.nats.isConnected()) {
        await subscription.drain();
      }
      await Promise.all(underWay);
    },
  };
}

type Answering = AnsweringOptions & { readonly underWay: Set<Promise<void>> };

function subscribe(connection: NatsConnection, answering: Answering): Subscription {
  return connection.subscribe("ask.*.*", {
    queue: answerQueue,
    callback: (error, message) => {
      if (error) {
        answering.log.error({ err: error }, "questions cannot be received");
        return;
      }
      const task = reply(message, answering).finally(() => answering.underWay.delete(task));
      answering.underWay.add(task);
    },
  });
}

async function reply(message: Msg, { answer, log }: Answering): Promise<void> {
  const requestId = message.headers?.get(requestIdHeader) || newId();
  const line = { requestId, subject: message.subject };
  let given: Answer;
  try {
    given = await answer(readQuestion(message, requestId));
    log.debug(line, "a question was answered");
  } catch (error) {
    given = { errors: [describe(error)] };
    if (error instanceof DomainError)
      log.info({ ...line, code: error.code }, "a question was refused");
    else log.error({ ...line, err: error }, "a question failed");
  }
  message.respond(JSON.stringify(given));
}

function readQuestion(message: Msg, requestId: string): Question {
  const [, from, operationName = ""] = message.subject.split(".");
  const service = serviceNames.find((name) => name === from);
  if (!service) throw new DomainError<ErrorCode>("FORBIDDEN", "Only services may ask.");
  const { variables } = questionSchema.parse(message.json());
  const traceparent = message.headers?.get(traceparentHeader) || null;
  return { service, operationName, variables, requestId, traceparent };
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: "INTERNAL", message: "Something went wrong on our side." };
}
