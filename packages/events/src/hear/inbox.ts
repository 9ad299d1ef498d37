import type { Envelope } from "../define/envelope.ts";

/**
 * Runs a query inside a transaction and gives its rows; values become parameters. Prisma's
 * `transaction.$queryRaw` is one: `(query, ...values) => transaction.$queryRaw(query, ...values)`.
 */
export type Sql = <Row>(query: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

/** Runs work in one transaction of the service's own store, which commits or rolls back whole. */
export type InTransaction<Context> = <Result>(
  work: (step: { readonly context: Context; readonly sql: Sql }) => Promise<Result>,
) => Promise<Result>;

/** An event that came to a consumer. */
export type ReceivedEvent = {
  readonly consumer: string;
  readonly envelope: Envelope;
  /** No earlier message is in progress any more, so a version that is missing never comes. */
  readonly isGapFinal: boolean;
};

/** What became of an event. `early`: an earlier version of its aggregate is missing, and nothing was done. */
export type Outcome = "done" | "duplicate" | "early";

type Handling<Context> = {
  readonly event: ReceivedEvent;
  readonly inTransaction: InTransaction<Context>;
  readonly handle: (context: Context) => Promise<void>;
};

/**
 * Handles an event exactly once and in its aggregate's order: the inbox row, the aggregate's version and the effect
 * commit together. [Decision 12](../../../../docs/decisions/0012-a-gap-waits-for-what-is-under-way.md) has the reasons.
 */
export function handleOnce<Context>(handling: Handling<Context>): Promise<Outcome> {
  const { event, inTransaction, handle } = handling;
  return inTransaction(async ({ context, sql }) => {
    const position = positionOf(event, await lockLastVersion(sql, event));
    if (position !== "next") return position;
    if (!(await insertInbox(sql, event))) return "duplicate";
    await handle(context);
    await recordVersion(sql, event);
    return "done";
  });
}

/**
 * Counts an attempt at the event that is next in its aggregate's order, in a transaction of its own so that the count
 * outlives a failure and a crash; gives the number of attempts. An event in another position is not attempted, and 0 is
 * the answer.
 */
export function countAttempt<Context>(
  inTransaction: InTransaction<Context>,
  event: ReceivedEvent,
): Promise<number> {
  return inTransaction(async ({ sql }) => {
    if (positionOf(event, await lockLastVersion(sql, event)) !== "next") return 0;
    const rows = await sql<{ readonly attempts: number }>`
      UPDATE aggregate_seen SET attempts = attempts + 1
      WHERE consumer = ${event.consumer} AND aggregate_id = ${event.envelope.aggregateId}::uuid
      RETURNING attempts`;
    return Number(rows[0]?.attempts ?? 0);
  });
}

/** Takes back an attempt that was counted before it began, because it failed for want of something that is away. */
export function takeBackAttempt<Context>(
  inTransaction: InTransaction<Context>,
  { consumer, envelope }: Pick<ReceivedEvent, "consumer" | "envelope">,
): Promise<void> {
  return inTransaction(async ({ sql }) => {
    await sql`
      UPDATE aggregate_seen SET attempts = greatest(attempts - 1, 0)
      WHERE consumer = ${consumer} AND aggregate_id = ${envelope.aggregateId}::uuid`;
  });
}

/** Records the version, which lets the aggregate's next one through. A dead letter needs it as well: the next would wait. */
export async function recordVersion(
  sql: Sql,
  { consumer, envelope }: Pick<ReceivedEvent, "consumer" | "envelope">,
): Promise<void> {
  await sql`
    INSERT INTO aggregate_seen (consumer, aggregate_id, version)
    VALUES (${consumer}, ${envelope.aggregateId}::uuid, ${String(envelope.aggregateVersion)}::text::bigint)
    ON CONFLICT (consumer, aggregate_id)
    DO UPDATE SET version = greatest(aggregate_seen.version, excluded.version), attempts = 0`;
}

function positionOf(
  { envelope: { aggregateVersion }, isGapFinal }: ReceivedEvent,
  lastVersion: number,
): "next" | "duplicate" | "early" {
  if (aggregateVersion <= lastVersion) return "duplicate";
  return aggregateVersion === lastVersion + 1 || isGapFinal ? "next" : "early";
}

/** The last version of the aggregate that this consumer processed, 0 before the first; locked until the commit. */
export async function lockLastVersion(
  sql: Sql,
  { consumer, envelope }: Pick<ReceivedEvent, "consumer" | "envelope">,
): Promise<number> {
  const { aggregateId } = envelope;
  await sql`INSERT INTO aggregate_seen (consumer, aggregate_id, version)
            VALUES (${consumer}, ${aggregateId}::uuid, 0) ON CONFLICT DO NOTHING`;
  const rows = await sql<{ readonly version: string }>`
    SELECT version::text FROM aggregate_seen
    WHERE consumer = ${consumer} AND aggregate_id = ${aggregateId}::uuid FOR UPDATE`;
  return Number(rows[0]?.version ?? 0);
}

/** Remembers that the event is handled; false where it was before. */
export async function insertInbox(
  sql: Sql,
  { consumer, envelope }: Pick<ReceivedEvent, "consumer" | "envelope">,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO inbox (consumer, event_id) VALUES (${consumer}, ${envelope.id}::uuid)
    ON CONFLICT DO NOTHING RETURNING event_id::text`;
  return rows.length === 1;
}
