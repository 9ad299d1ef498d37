import type { Consumer, JsMsg } from "@nats-io/jetstream";
import { DomainError, type ErrorCode } from "@tidbok/domain";
import { v5 } from "uuid";
import type { Envelope } from "../define/envelope.ts";
import type { Log } from "../nats/log.ts";
import { deadLetterEvent, insertDeadLetter } from "./dead-letters.ts";
import { countAttempt, handleOnce, takeBackAttempt, type InTransaction } from "./inbox.ts";
import { EventUnreadable, handlerOf, type Reaction } from "./reaction.ts";
import { gapDelay, mostAttempts } from "./redelivery.ts";

/** A service's consumer of one stream, and all that it needs to handle messages. */
export type EventConsumer<Context> = {
  /** `SCHEDULING/integrations`: stream and service. */
  readonly name: string;
  readonly source: Pick<Consumer, "info">;
  readonly reactions: ReadonlyMap<string, Reaction<Context>>;
  readonly inTransaction: InTransaction<Context>;
  readonly retryDelay: (attempts: number) => number;
  /** Whether the error comes of an outage, which is not the event's fault. */
  readonly isOutage: (error: unknown) => Promise<boolean>;
  /** The messages that this consumer had sent again itself, by their place in the stream: none of them ended its process. */
  readonly sentAgain: Set<number>;
  readonly log: Log;
};

/** A message and the envelope in it. */
export type ReadMessage = { readonly message: JsMsg; readonly envelope: Envelope };

/** Handles one message, and acknowledges it after its effect is committed. Never throws. */
export async function handleMessage<Context>(
  consumer: EventConsumer<Context>,
  { message, envelope }: ReadMessage,
): Promise<void> {
  const { name, inTransaction, reactions, log } = consumer;
  const line = { consumer: name, eventId: envelope.id, type: envelope.type };
  const event = { consumer: name, envelope, isGapFinal: false };
  if (!reactions.has(envelope.type)) log.debug(line, "no reaction to this event");
  const handle = handlerOf(reactions.get(envelope.type), envelope);
  let attempts = 0;
  try {
    // An attempt is counted when it fails. A message that comes again unasked may have ended its process.
    const isAsked = consumer.sentAgain.delete(message.info.streamSequence);
    if (message.redelivered && !isAsked) attempts = await countAttempt(inTransaction, event);
    if (attempts > mostAttempts) {
      throw new DomainError<ErrorCode>("ATTEMPTS_EXHAUSTED", "Tried too often.");
    }
    let outcome = await handleOnce({ event, inTransaction, handle });
    if (outcome === "early" && (await isFirstInProgress(consumer, message))) {
      log.info(line, "an earlier version is not in the stream");
      outcome = await handleOnce({ event: { ...event, isGapFinal: true }, inTransaction, handle });
    }
    if (outcome === "early") {
      const milliseconds = gapDelay(message.info.deliveryCount);
      return sendAgain(consumer, { message, milliseconds });
    }
    log.debug({ ...line, state: outcome }, "event received");
    await acknowledge(consumer, message);
  } catch (error) {
    const failed = { message, envelope, error, attempts };
    try {
      await ((await consumer.isOutage(error)) ? wait(consumer, failed) : fail(consumer, failed));
    } catch (failure) {
      log.warn({ ...line, err: failure }, "event failed, and its failure could not be noted");
      sendAgain(consumer, { message, milliseconds: consumer.retryDelay(1) });
    }
  }
}

// Every message up to the server's floor was acknowledged. All earlier versions of the aggregate stand earlier in the
// stream, so a version that is missing below the floor never comes.
async function isFirstInProgress<Context>(
  { name, source, log }: EventConsumer<Context>,
  message: JsMsg,
): Promise<boolean> {
  try {
    const { ack_floor: floor } = await source.info();
    return floor.stream_seq >= message.info.streamSequence - 1;
  } catch (error) {
    log.warn({ consumer: name, err: error }, "the consumer's floor is not known");
    return false;
  }
}

type Failed = ReadMessage & { readonly error: unknown; readonly attempts: number };

/** Has the message sent again until what it needs is back, however long that takes: such an attempt does not count. */
async function wait<Context>(
  consumer: EventConsumer<Context>,
  { message, envelope, error, attempts: counted }: Failed,
): Promise<void> {
  const { name, inTransaction, log } = consumer;
  const { deliveryCount } = message.info;
  const line = { consumer: name, eventId: envelope.id, type: envelope.type, count: deliveryCount };
  log.warn({ ...line, err: error }, "event waits for what is unavailable");
  sendAgain(consumer, { message, milliseconds: consumer.retryDelay(Math.min(deliveryCount, 2)) });
  if (counted > 0) await takeBackAttempt(inTransaction, { consumer: name, envelope });
}

/** Has the message sent again later, or makes it a dead letter when another attempt would not help. */
async function fail<Context>(
  consumer: EventConsumer<Context>,
  { message, envelope, error, attempts: counted }: Failed,
): Promise<void> {
  const { name, inTransaction, retryDelay, log } = consumer;
  const event = { consumer: name, envelope, isGapFinal: true };
  const attempts = counted || (await countAttempt(inTransaction, event));
  const line = { consumer: name, eventId: envelope.id, type: envelope.type, attempts, err: error };
  if (attempts < mostAttempts && !(error instanceof EventUnreadable)) {
    log.warn(line, "event failed, to be tried again");
    sendAgain(consumer, { message, milliseconds: retryDelay(attempts) });
    return;
  }
  const errorCode = error instanceof DomainError ? error.code : "INTERNAL";
  await deadLetterEvent(inTransaction, { consumer: name, envelope, errorCode, attempts });
  log.error({ ...line, code: errorCode }, sentenceOf(consumer, envelope.type));
  await acknowledge(consumer, message);
}

function sentenceOf<Context>({ reactions }: EventConsumer<Context>, type: string): string {
  return reactions.get(type)?.definition.erases
    ? "alarm: an erasure is a dead letter, so personal data remain"
    : "event is a dead letter";
}

// Made once with uuidgen; it only has to differ from other namespaces.
const unreadable = "6f1c2a52-6c0b-4f0e-9a57-3f6a1c8d2e40";

/**
 * Saves a message as a dead letter, for a person to look at: UNREADABLE when it holds no envelope, FOREIGN_EVENT when the
 * envelope names another event than the subject. May be repeated. Never throws.
 */
export async function deadLetterMessage<Context>(
  consumer: EventConsumer<Context>,
  {
    message,
    errorCode,
  }: { readonly message: JsMsg; readonly errorCode: "UNREADABLE" | "FOREIGN_EVENT" },
): Promise<void> {
  const { name, inTransaction, retryDelay, log } = consumer;
  const { subject, data } = message;
  const { stream, streamSequence: sequence, deliveryCount: attempts } = message.info;
  try {
    await inTransaction(({ sql }) =>
      insertDeadLetter(sql, {
        consumer: name,
        errorCode,
        attempts,
        // The same message gets the same id again, so it is saved once.
        eventId: v5(`${stream}:${sequence}`, unreadable),
        type: subject,
        content: { stream, sequence, base64: Buffer.from(data).toString("base64") },
      }),
    );
    log.error({ consumer: name, stream, subject, code: errorCode }, sentences[errorCode]);
    if (consumer.reactions.get(subject)?.definition.erases) {
      log.error({ consumer: name, stream, subject }, sentenceOf(consumer, subject));
    }
    await acknowledge(consumer, message);
  } catch (error) {
    log.error({ consumer: name, stream, err: error }, "a dead letter could not be saved");
    sendAgain(consumer, { message, milliseconds: retryDelay(attempts) });
  }
}

const sentences = {
  UNREADABLE: "a message that holds no event is a dead letter",
  FOREIGN_EVENT: "alarm: an event on a subject that is not its own is a dead letter",
} as const;

type Receiver = { readonly name: string; readonly log: Log };

// Waits until the server confirms it. Without the confirmation the server sends the message again, and the inbox drops it.
async function acknowledge({ name, log }: Receiver, message: JsMsg): Promise<void> {
  try {
    await message.ackAck();
  } catch (error) {
    log.warn({ consumer: name, err: error }, "an acknowledgement went unanswered");
  }
}

// A server that does not get this sends the message again by itself.
function sendAgain(
  { name, log, sentAgain }: Receiver & { readonly sentAgain: Set<number> },
  { message, milliseconds }: { readonly message: JsMsg; readonly milliseconds: number },
): void {
  sentAgain.add(message.info.streamSequence);
  try {
    message.nak(milliseconds);
  } catch (error) {
    log.warn({ consumer: name, err: error }, "nats could not be asked to send an event again");
  }
}
