import type { Instant } from "@tidbok/domain";
import pg from "pg";

/** A dead letter as an operator sees it: where it died and why. */
export type DeadLetterRow = {
  readonly id: string;
  readonly consumer: string;
  readonly type: string;
  readonly errorCode: string;
  /** 0 while it waits to be tried again. */
  readonly attempts: number;
  readonly diedAt: Date;
};

/** The dead letters that are meant: all, or those that match everything that is given. */
export type DeadLetterFilter = {
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly code?: string | undefined;
};

/** What an operator may do with the events of one service, with nothing but its database. */
export type EventOperations = {
  readonly list: (filter?: DeadLetterFilter) => Promise<readonly DeadLetterRow[]>;
  /** The content of a dead letter; null where there is no such letter. */
  readonly show: (id: string) => Promise<unknown>;
  /** Has dead letters tried once more by the running service; says how many. */
  readonly retry: (filter: DeadLetterFilter) => Promise<number>;
  /** Deletes dead letters: what their events should have done stays undone. Says how many. */
  readonly discard: (filter: DeadLetterFilter) => Promise<number>;
  /** How many events wait in the outbox. */
  readonly countWaiting: () => Promise<number>;
  /**
   * Has everything published again that was published since then, to fill a broker that lost its streams; says how many
   * events that is. The relay does the publishing. May be repeated: streams drop what they got in the last ten minutes,
   * and inboxes what they ever got.
   */
  readonly replay: (since: Instant) => Promise<number>;
  readonly close: () => Promise<void>;
};

const matching = `($1::uuid IS NULL OR id = $1) AND ($2::text IS NULL OR type = $2)
  AND ($3::text IS NULL OR error_code = $3)`;

/** Opens the service's database for an operator. */
export async function operateEvents(connectionString: string): Promise<EventOperations> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const valuesOf = ({ id, type, code }: DeadLetterFilter) => [
    id ?? null,
    type ?? null,
    code ?? null,
  ];
  const count = async (query: string, values: unknown[]) =>
    (await client.query(query, values)).rowCount ?? 0;
  return {
    list: async (filter = {}) => {
      const { rows } = await client.query<DeadLetterRow>(
        `SELECT id, consumer, type, error_code AS "errorCode", attempts, died_at AS "diedAt"
         FROM dead_letter WHERE ${matching} ORDER BY died_at, id`,
        valuesOf(filter),
      );
      return rows;
    },
    show: async (id) => {
      const { rows } = await client.query<{ readonly envelope: unknown }>(
        "SELECT envelope FROM dead_letter WHERE id = $1",
        [id],
      );
      return rows[0]?.envelope ?? null;
    },
    retry: (filter) =>
      count(`UPDATE dead_letter SET attempts = 0 WHERE ${matching}`, valuesOf(filter)),
    discard: (filter) => count(`DELETE FROM dead_letter WHERE ${matching}`, valuesOf(filter)),
    countWaiting: () => count("SELECT FROM outbox WHERE published_at IS NULL", []),
    replay: (since) =>
      count("UPDATE outbox SET published_at = NULL WHERE published_at >= $1", [new Date(since)]),
    close: () => client.end(),
  };
}
