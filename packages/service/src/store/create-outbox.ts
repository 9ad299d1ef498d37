import { newId } from "@tidbok/domain";
import type { EventDefinition } from "@tidbok/events";
import type { z } from "zod";
import type { RunsSql } from "./runs-sql.ts";

/** Where an event belongs: its aggregate orders it, its organization routes it. */
export type EventPlace = {
  readonly aggregateId: string;
  readonly organizationId: string | null;
  readonly occurredAt?: number;
  readonly traceparent?: string | null;
};

/** Appends events to the outbox of the transaction. */
export type Outbox = {
  append<Schema extends z.ZodType>(
    definition: EventDefinition<Schema>,
    place: EventPlace,
    data: z.input<Schema>,
  ): Promise<string>;
  /** The same of many aggregates, each once, with one statement. */
  appendMany<Schema extends z.ZodType>(
    definition: EventDefinition<Schema>,
    events: readonly { readonly place: EventPlace; readonly data: z.input<Schema> }[],
  ): Promise<void>;
};

/**
 * The outbox of one transaction: what is appended is told if, and only if, the transaction commits.
 * The upsert locks the aggregate's row, so versions are given in commit order and without gaps.
 */
export function createOutbox(transaction: RunsSql): Outbox {
  return {
    // What, where and with which facts: each call names the three in this order, as a sentence does.
    // eslint-disable-next-line tidbok/one-object
    append: async (definition, place, data) => {
      const id = newId();
      const valid: unknown = definition.schema.parse(data);
      const occurredAt = new Date(place.occurredAt ?? Date.now());
      await transaction.$executeRaw`
        WITH counted AS (
          INSERT INTO aggregate_version (aggregate_id, version) VALUES (${place.aggregateId}::uuid, 1)
          ON CONFLICT (aggregate_id) DO UPDATE SET version = aggregate_version.version + 1
          RETURNING version)
        INSERT INTO outbox (id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at, traceparent, data)
        SELECT ${id}::uuid, ${definition.type}, ${definition.version}::int, ${place.organizationId}::uuid,
               ${place.aggregateId}::uuid, version, ${occurredAt}::timestamptz, ${place.traceparent ?? null},
               ${JSON.stringify(valid)}::jsonb
        FROM counted`;
      return id;
    },
    appendMany: async (definition, events) => {
      const ids = events.map(newId);
      const data = events.map((each) => JSON.stringify(definition.schema.parse(each.data)));
      const places = events.map(({ place }) => place);
      const aggregates = places.map(({ aggregateId }) => aggregateId);
      const organizations = places.map(({ organizationId }) => organizationId);
      const times = places.map(({ occurredAt }) =>
        new Date(occurredAt ?? Date.now()).toISOString(),
      );
      const traces = places.map(({ traceparent }) => traceparent ?? null);
      await transaction.$executeRaw`
        WITH given AS (
          SELECT * FROM unnest(${ids}::uuid[], ${aggregates}::uuid[], ${organizations}::uuid[], ${times}::timestamptz[],
            ${traces}::text[], ${data}::text[]) WITH ORDINALITY
            AS given (id, aggregate_id, organization_id, occurred_at, traceparent, data, n)),
        counted AS (
          INSERT INTO aggregate_version (aggregate_id, version) SELECT aggregate_id, 1 FROM given ORDER BY aggregate_id
          ON CONFLICT (aggregate_id) DO UPDATE SET version = aggregate_version.version + 1
          RETURNING aggregate_id, version)
        INSERT INTO outbox (id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at, traceparent, data)
        SELECT id, ${definition.type}, ${definition.version}::int, organization_id, aggregate_id, version, occurred_at, traceparent, data::jsonb
        FROM given JOIN counted USING (aggregate_id) ORDER BY n`;
    },
  };
}
