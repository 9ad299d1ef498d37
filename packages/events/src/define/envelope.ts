import { z } from "zod";
import { fact } from "./fact.ts";
import type { EventDefinition } from "./define-event.ts";

/** What travels: an event and where it belongs. `id` is the outbox row's and the key of every repetition. */
export type Envelope<Data = unknown> = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly organizationId: string | null;
  readonly aggregateId: string;
  /** Counts an aggregate's events from 1 without gaps. */
  readonly aggregateVersion: number;
  /** RFC 3339 in UTC. */
  readonly occurredAt: string;
  /** W3C Trace Context of the request that caused the event. */
  readonly traceparent: string | null;
  readonly data: Data;
};

/** The envelope as a definition reads it. */
export type EventOf<Definition extends EventDefinition> = Envelope<z.output<Definition["schema"]>>;

const schema = z.object({
  id: fact.id,
  type: z.string().max(100),
  schemaVersion: z.int().positive(),
  organizationId: fact.id.nullable(),
  aggregateId: fact.id,
  aggregateVersion: z.int().positive(),
  occurredAt: fact.instant,
  traceparent: z.string().max(55).nullable(),
  data: z.record(z.string(), z.unknown()),
});

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The envelope in these bytes, or null when they are not one. */
export function parseEnvelope(bytes: Uint8Array): Envelope | null {
  try {
    return schema.parse(JSON.parse(decoder.decode(bytes), refuseUnstorable));
  } catch {
    // Whatever was wrong, the bytes are kept as a dead letter, where an operator can read them.
    return null;
  }
}

// Postgres saves neither NUL nor half a surrogate pair as text, so such an envelope could not even become a dead letter.
function refuseUnstorable(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text === "string" && (text.includes("\0") || !text.isWellFormed())) {
      throw new TypeError("An envelope has text that no database saves.");
    }
  }
  return value;
}
