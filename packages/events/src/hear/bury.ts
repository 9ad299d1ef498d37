import { v5 } from "uuid";
import { newId } from "@tidbok/domain";
import type { Envelope } from "../define/envelope.ts";
import { noteSeen } from "./receive.ts";
import type { InTransaction, Sql } from "./sql.ts";

type Burial = {
  readonly consumer: string;
  readonly errorCode: string;
  readonly attempts: number;
};

/** Keeps a letter that cannot be dealt with as a dead letter, and lets its aggregate's later ones through. */
export function bury<Context>(
  inTransaction: InTransaction<Context>,
  burial: Burial & { readonly envelope: Envelope },
): Promise<void> {
  const { envelope } = burial;
  return inTransaction(async ({ sql }) => {
    const { id: eventId, type } = envelope;
    await insertDeadLetter(sql, { ...burial, eventId, type, content: envelope });
    await noteSeen(sql, burial);
  });
}

/** Bytes that came on a stream and are no envelope. */
export type Unreadable = {
  readonly stream: string;
  /** Where the bytes stand in the stream. */
  readonly sequence: number;
  readonly subject: string;
  readonly bytes: Uint8Array;
};

// Made once with uuidgen; it only has to differ from other namespaces.
const unreadable = "6f1c2a52-6c0b-4f0e-9a57-3f6a1c8d2e40";

/** Keeps bytes that are no envelope, so that somebody can look at them. May be repeated. */
export function buryUnreadable<Context>(
  inTransaction: InTransaction<Context>,
  burial: Burial & { readonly letter: Unreadable },
): Promise<void> {
  const { stream, sequence, subject, bytes } = burial.letter;
  return inTransaction(({ sql }) =>
    insertDeadLetter(sql, {
      ...burial,
      // The same letter gets the same id again, so it is buried once.
      eventId: v5(`${stream}:${sequence}`, unreadable),
      type: subject,
      content: { stream, sequence, base64: Buffer.from(bytes).toString("base64") },
    }),
  );
}

type DeadLetter = Burial & {
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
