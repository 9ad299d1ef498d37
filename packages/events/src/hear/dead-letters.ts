import type { JsMsg } from "@nats-io/jetstream";
import { newId } from "@tidbok/domain";
import { v5 } from "uuid";
import type { Envelope } from "../define/envelope.ts";
import type { Log } from "../nats/log.ts";
import { acknowledge, sendAgain } from "./acknowledge.ts";
import { recordVersion, type InTransaction, type Sql } from "./inbox.ts";

type Failure = {
  readonly consumer: string;
  readonly errorCode: string;
  readonly attempts: number;
};

/** Saves an event that cannot be handled as a dead letter, and lets its aggregate's later events through. */
export function deadLetterEvent<Context>(
  inTransaction: InTransaction<Context>,
  failure: Failure & { readonly envelope: Envelope },
): Promise<void> {
  const { envelope } = failure;
  return inTransaction(async ({ sql }) => {
    const { id: eventId, type } = envelope;
    await insertDeadLetter(sql, { ...failure, eventId, type, content: envelope });
    await recordVersion(sql, failure);
  });
}

// Made once with uuidgen; it only has to differ from other namespaces.
const unreadable = "6f1c2a52-6c0b-4f0e-9a57-3f6a1c8d2e40";

type Consumer<Context> = {
  readonly name: string;
  readonly inTransaction: InTransaction<Context>;
  readonly retryDelay: (attempts: number) => number;
  readonly log: Log;
};

/**
 * Saves a message as a dead letter, for a person to look at: UNREADABLE when it holds no envelope, FOREIGN_EVENT when the
 * envelope names another event than the subject. May be repeated. Never throws.
 */
export async function deadLetterMessage<Context>(
  consumer: Consumer<Context>,
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

type DeadLetter = Failure & {
  readonly eventId: string;
  readonly type: string;
  readonly content: unknown;
};

async function insertDeadLetter(sql: Sql, letter: DeadLetter): Promise<void> {
  await sql`
    INSERT INTO dead_letter (id, consumer, event_id, type, envelope, error_code, attempts)
    VALUES (${newId()}::uuid, ${letter.consumer}, ${letter.eventId}::uuid, ${letter.type},
            ${JSON.stringify(letter.content)}::text::jsonb, ${letter.errorCode},
            ${String(letter.attempts)}::text::int)
    ON CONFLICT (consumer, event_id)
    DO UPDATE SET error_code = excluded.error_code, attempts = excluded.attempts`;
}
