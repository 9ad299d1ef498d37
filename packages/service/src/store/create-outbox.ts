import { newId, type Instant } from "@tidbok/domain";
import type { EventDefinition } from "@tidbok/events";
import type { z } from "zod";
import type { RunsSql } from "./runs-sql.ts";

/** An event's data, and what the envelope says beside them: the aggregate orders the event, the organization routes it. */
export type OutboxEvent<Data> = {
  readonly aggregateId: string;
  readonly organizationId: string | null;
  readonly occurredAt: Instant;
  readonly traceparent: string | null;
  readonly data: Data;
};

/** Appends events of one kind, each of another aggregate, to the outbox of the transaction; returns their ids in order. */
export type Outbox = {
  append<Schema extends z.ZodType>(
    definition: EventDefinition<Schema>,
    events: readonly OutboxEvent<z.input<Schema>>[],
  ): Promise<readonly string[]>;
};

/**
 * The outbox of one transaction: an appended event is told if, and only if, the transaction commits.
 * The upsert locks the aggregates' rows, so versions are given in commit order and without gaps.
 */
export function createOutbox(transaction: RunsSql): Outbox {
  return {
    append: async (definition, events) => {
      const ids = events.map(newId);
      const data = events.map((event) => JSON.stringify(definition.schema.parse(event.data)));
      const aggregates = events.map(({ aggregateId }) => aggregateId);
      const organizations = events.map(({ organizationId }) => organizationId);
      const times = events.map(({ occurredAt }) => new Date(occurredAt).toISOString());
      const traces = events.map(({ traceparent }) => traceparent);
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
      return ids;
    },
  };
}
