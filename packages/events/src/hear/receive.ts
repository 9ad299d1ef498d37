import type { Envelope } from "../define/envelope.ts";
import type { InTransaction, Sql } from "./sql.ts";

/**
 * What became of a letter. `early`: an earlier version of its aggregate has not been dealt with, and
 * nothing was done.
 */
export type Receipt = "done" | "duplicate" | "early";

export type Letter = {
  readonly consumer: string;
  readonly envelope: Envelope;
  /** Nothing before this letter is under way any more, so a version that is missing never comes. */
  readonly isGapFinal: boolean;
};

type Receiving<Context> = {
  readonly letter: Letter;
  readonly inTransaction: InTransaction<Context>;
  readonly work: (context: Context) => Promise<void>;
};

/**
 * Does the work of a letter exactly once and in its aggregate's order: the inbox row, the aggregate's
 * version and the work commit together. docs/decisions/0012 has the reasons.
 */
export function receive<Context>(receiving: Receiving<Context>): Promise<Receipt> {
  const { letter, inTransaction, work } = receiving;
  return inTransaction(async ({ context, sql }) => {
    const place = placeOf(letter, await lockSeen(sql, letter));
    if (place !== "next") return place;
    if (!(await insertInbox(sql, letter))) return "duplicate";
    await work(context);
    await noteSeen(sql, letter);
    return "done";
  });
}

/** Where a letter stands in its aggregate's line. */
function placeOf({ envelope, isGapFinal }: Letter, seen: number): "next" | "duplicate" | "early" {
  if (envelope.aggregateVersion <= seen) return "duplicate";
  return envelope.aggregateVersion === seen + 1 || isGapFinal ? "next" : "early";
}

/**
 * Counts an attempt at the letter that is next in its aggregate's line, in a transaction of its own so
 * that it outlives a failure and a crash; gives how many there were. A letter in another place is not
 * attempted, whatever becomes of it, and 0 is the answer.
 */
export function countAttempt<Context>(
  inTransaction: InTransaction<Context>,
  letter: Letter,
): Promise<number> {
  return inTransaction(async ({ sql }) => {
    if (placeOf(letter, await lockSeen(sql, letter)) !== "next") return 0;
    const { consumer, envelope } = letter;
    const rows = await sql<{ readonly attempts: number }>`
      UPDATE aggregate_seen SET attempts = attempts + 1
      WHERE consumer = ${consumer} AND aggregate_id = ${envelope.aggregateId}::uuid
      RETURNING attempts`;
    return Number(rows[0]?.attempts ?? 0);
  });
}

/** The last version of an aggregate that this consumer dealt with, 0 for none; locked until the commit. */
async function lockSeen(sql: Sql, { consumer, envelope }: Letter): Promise<number> {
  const { aggregateId } = envelope;
  await sql`INSERT INTO aggregate_seen (consumer, aggregate_id, version)
            VALUES (${consumer}, ${aggregateId}::uuid, 0) ON CONFLICT DO NOTHING`;
  const rows = await sql<{ readonly version: string }>`
    SELECT version::text FROM aggregate_seen
    WHERE consumer = ${consumer} AND aggregate_id = ${aggregateId}::uuid FOR UPDATE`;
  return Number(rows[0]?.version ?? 0);
}

async function insertInbox(sql: Sql, { consumer, envelope }: Letter): Promise<boolean> {
  const rows = await sql`
    INSERT INTO inbox (consumer, event_id) VALUES (${consumer}, ${envelope.id}::uuid)
    ON CONFLICT DO NOTHING RETURNING event_id::text`;
  return rows.length === 1;
}

/** Lets the aggregate's next version through. Also for a buried letter, or its followers would wait for it. */
export async function noteSeen(
  sql: Sql,
  { consumer, envelope }: Pick<Letter, "consumer" | "envelope">,
): Promise<void> {
  await sql`
    INSERT INTO aggregate_seen (consumer, aggregate_id, version)
    VALUES (${consumer}, ${envelope.aggregateId}::uuid, ${String(envelope.aggregateVersion)}::text::bigint)
    ON CONFLICT (consumer, aggregate_id)
    DO UPDATE SET version = greatest(aggregate_seen.version, excluded.version), attempts = 0`;
}
