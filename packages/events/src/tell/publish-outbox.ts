import { jetstream, type JetStreamClient } from "@nats-io/jetstream";
import { errors as natsErrors, type NatsConnection } from "@nats-io/transport-node";
import type { ClientBase } from "pg";
import type { Envelope } from "../define/envelope.ts";
import type { Nats } from "../nats/connect-nats.ts";

/** Which events the stream has acknowledged, and what stopped the others. */
export type Published = {
  readonly ids: readonly string[];
  readonly failures: readonly { readonly id: string; readonly error: unknown }[];
  /** The server or its stream is away: nothing else was tried. */
  readonly isAway: boolean;
};

/**
 * Publishes the oldest events that wait in the outbox and remembers those that the stream acknowledged; null where no
 * event waits.
 */
export async function publishOutbox(
  client: ClientBase,
  { nats, limit }: { readonly nats: Nats; readonly limit: number },
): Promise<Published | null> {
  const events = await listUnpublished(client, limit);
  if (events.length === 0) return null;
  if (!nats.isConnected()) return { ids: [], failures: [], isAway: true };
  const published = await publishAll(await nats.connection(), events);
  await markPublished(client, published.ids);
  return published;
}

const parallel = 32;

// Those of one aggregate one after the other in the order given, several aggregates at a time. An event that is refused
// holds back the later ones of its aggregate alone.
async function publishAll(
  connection: NatsConnection,
  events: readonly Envelope[],
): Promise<Published> {
  const stream = jetstream(connection, { timeout: 5_000 });
  const queues = [...Map.groupBy(events, (event) => event.aggregateId).values()];
  const ids: string[] = [];
  const failures: { id: string; error: unknown }[] = [];
  let isAway = false;

  async function publishQueue(queue: readonly Envelope[]): Promise<void> {
    for (const event of queue) {
      try {
        await publish(stream, event);
        ids.push(event.id);
      } catch (error) {
        failures.push({ id: event.id, error });
        isAway ||= isConnectionFailure(error);
        return;
      }
    }
  }

  async function workOff(): Promise<void> {
    while (!isAway) {
      const queue = queues.shift();
      if (!queue) return;
      await publishQueue(queue);
    }
  }

  await Promise.all(Array.from({ length: parallel }, workOff));
  return { ids, failures, isAway };
}

async function publish(stream: JetStreamClient, event: Envelope): Promise<void> {
  // The id makes a repetition within the stream's ten minutes a duplicate that it drops.
  await stream.publish(event.type, JSON.stringify(event), { msgID: event.id });
}

// NATS, or the part of it that was asked, is away: waiting may help, another message will not.
function isConnectionFailure(error: unknown): boolean {
  return (
    error instanceof natsErrors.TimeoutError ||
    error instanceof natsErrors.RequestError ||
    error instanceof natsErrors.NoRespondersError ||
    error instanceof natsErrors.ConnectionError ||
    error instanceof natsErrors.ClosedConnectionError ||
    error instanceof natsErrors.DrainingConnectionError
  );
}

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

// Asked for by `published_at`, never by "seq above the last": sequences are taken when a row is inserted and seen when
// it commits, in another order.
async function listUnpublished(client: ClientBase, limit: number): Promise<readonly Envelope[]> {
  const { rows } = await client.query<Row>(
    `SELECT id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at,
            traceparent, data
     FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT $1`,
    [limit],
  );
  return rows.map(toEnvelope);
}

async function markPublished(client: ClientBase, ids: readonly string[]): Promise<void> {
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
