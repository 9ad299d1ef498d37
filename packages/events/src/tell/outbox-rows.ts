import type { ClientBase } from "pg";
import type { Envelope } from "../define/envelope.ts";

type Row = {
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly organization_id: string | null;
  readonly aggregate_id: string;
  /** A bigint, which the driver gives as text. */
  readonly aggregate_version: string;
  readonly occurred_at: Date;
  readonly traceparent: string | null;
  readonly data: unknown;
};

/**
 * The oldest events that are not published yet. Asked for by `published_at`, never by "seq above the
 * last": sequences are taken when a row is inserted and seen when it commits, in another order.
 */
export async function listUnpublished(
  client: ClientBase,
  limit: number,
): Promise<readonly Envelope[]> {
  const { rows } = await client.query<Row>(
    `SELECT id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at,
            traceparent, data
     FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT $1`,
    [limit],
  );
  return rows.map(toEnvelope);
}

/** Remembers that the stream has these events. */
export async function markPublished(client: ClientBase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(`UPDATE outbox SET published_at = now() WHERE id = ANY($1::uuid[])`, [ids]);
}

function toEnvelope(row: Row): Envelope {
  return {
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    organizationId: row.organization_id,
    aggregateId: row.aggregate_id,
    aggregateVersion: Number(row.aggregate_version),
    occurredAt: row.occurred_at.toISOString(),
    traceparent: row.traceparent,
    data: row.data,
  };
}
