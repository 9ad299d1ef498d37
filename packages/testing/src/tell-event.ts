import { newId } from "@tidbok/domain";

/** What a test says of an event; the rest of the envelope is made up. */
type Told = {
  readonly definition: { readonly type: string; readonly version: number };
  readonly data: Readonly<Record<string, unknown>>;
  readonly aggregateId: string;
  /** 1 unless told; counts without gaps. */
  readonly aggregateVersion?: number;
  readonly organizationId?: string;
  /** To tell an event a second time. */
  readonly id?: string;
  /** Now unless told. */
  readonly occurredAt?: number;
};

/** The part of a NATS connection that is needed, so that this package needs no client of its own. */
type Connection = { publish(subject: string, payload: string): void; flush(): Promise<void> };

/** Tells an event as the service that owns it would, over a connection of its NATS user; returns its id. */
export async function tellEvent(connection: Connection, told: Told): Promise<string> {
  const { definition, data, aggregateId, aggregateVersion = 1, id = newId() } = told;
  const envelope = {
    id,
    type: definition.type,
    schemaVersion: definition.version,
    organizationId: told.organizationId ?? null,
    aggregateId,
    aggregateVersion,
    occurredAt: new Date(told.occurredAt ?? Date.now()).toISOString(),
    traceparent: null,
    data,
  };
  connection.publish(definition.type, JSON.stringify(envelope));
  await connection.flush();
  return id;
}
