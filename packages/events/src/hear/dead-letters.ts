import { newId } from "@tidbok/domain";
import type { Envelope } from "../define/envelope.ts";
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

/** What an operator finds: where it failed and why, and its content. */
export type DeadLetter = Failure & {
  readonly eventId: string;
  readonly type: string;
  readonly content: unknown;
};

/** Saves a dead letter; the same one again changes its error and attempts. */
export async function insertDeadLetter(sql: Sql, letter: DeadLetter): Promise<void> {
  await sql`
    INSERT INTO dead_letter (id, consumer, event_id, type, envelope, error_code, attempts)
    VALUES (${newId()}::uuid, ${letter.consumer}, ${letter.eventId}::uuid, ${letter.type},
            ${JSON.stringify(letter.content)}::text::jsonb, ${letter.errorCode},
            ${String(letter.attempts)}::text::int)
    ON CONFLICT (consumer, event_id)
    DO UPDATE SET error_code = excluded.error_code, attempts = excluded.attempts`;
}
