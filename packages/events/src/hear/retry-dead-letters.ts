import { DomainError } from "@tidbok/domain";
import { parseEnvelope } from "../define/envelope.ts";
import { pause } from "../nats/pause.ts";
import { streamOf } from "../nats/topology.ts";
import type { StreamConsumption } from "./consume-stream.ts";
import { insertInbox, lockLastVersion, type Sql } from "./inbox.ts";
import { EventUnreadable, handlerOf } from "./reaction.ts";

type Retries<Context> = Omit<StreamConsumption<Context>, "nats" | "from" | "retryDelay">;

const poll = 1_000;

/**
 * Handles the dead letters that an operator has asked to have tried again (`attempts` is 0) until the signal is aborted.
 * One that succeeds is deleted with its effect; one that fails is dead again after this one attempt. Never throws.
 */
export async function retryDeadLetters<Context>(retries: Retries<Context>): Promise<void> {
  const { signal, log } = retries;
  while (!signal.aborted) {
    try {
      while (await retryOne(retries));
    } catch (error) {
      // Something is away: the letter stays asked for.
      log.warn({ err: error }, "dead letters cannot be tried again now");
    }
    await pause(poll, signal);
  }
}

type Row = { readonly id: string; readonly consumer: string; readonly envelope: unknown };

/** Whether there was one. */
async function retryOne<Context>(retries: Retries<Context>): Promise<boolean> {
  const { service, inTransaction, isOutage, log } = retries;
  const [row] = await inTransaction(({ sql }) => findAsked(sql, service));
  if (!row) return false;
  const line = { consumer: row.consumer, id: row.id };
  try {
    await inTransaction(async ({ context, sql }) => {
      const envelope = parseEnvelope(Buffer.from(JSON.stringify(row.envelope)));
      if (!envelope) throw new EventUnreadable();
      const event = { consumer: row.consumer, envelope };
      await lockLastVersion(sql, event);
      const deleted = await sql`DELETE FROM dead_letter WHERE id = ${row.id}::uuid RETURNING id`;
      if (deleted.length === 0 || !(await insertInbox(sql, event))) return;
      const reaction = retries.reactions.find(
        ({ definition: { type, service: from } }) =>
          type === envelope.type && row.consumer === `${streamOf(from)}/${service}`,
      );
      await handlerOf(reaction, envelope)(context);
    });
    log.info(line, "a dead letter was handled");
  } catch (error) {
    if (await isOutage(error)) throw error;
    const code = error instanceof DomainError ? error.code : "INTERNAL";
    await inTransaction(
      ({ sql }) => sql`UPDATE dead_letter SET attempts = 1, error_code = ${code}, died_at = now()
                       WHERE id = ${row.id}::uuid AND attempts = 0 RETURNING id`,
    );
    log.error({ ...line, code, err: error }, "a dead letter failed again");
  }
  return true;
}

function findAsked(sql: Sql, service: string): Promise<Row[]> {
  return sql<Row>`
    SELECT id::text, consumer, envelope FROM dead_letter
    WHERE attempts = 0 AND consumer LIKE ${`%/${service}`} ORDER BY died_at, id LIMIT 1`;
}
