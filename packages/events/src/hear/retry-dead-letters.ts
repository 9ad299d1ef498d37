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
 * One that succeeds is deleted with its effect; one that fails is dead again after this one attempt. One that meets an
 * outage is tried again a second later, after all others. Never throws.
 */
export async function retryDeadLetters<Context>(retries: Retries<Context>): Promise<void> {
  const { signal, log } = retries;
  while (!signal.aborted) {
    try {
      const waiting: string[] = [];
      while (!signal.aborted && (await retryOne(retries, waiting)));
    } catch (error) {
      // The service's own database is away: the letters stay asked for.
      log.warn({ err: error }, "dead letters cannot be tried again now");
    }
    await pause(poll, signal);
  }
}

type Row = { readonly id: string; readonly consumer: string; readonly envelope: unknown };

/** Whether there was one, beside those that wait for the end of an outage; one that meets an outage joins them. */
async function retryOne<Context>(retries: Retries<Context>, waiting: string[]): Promise<boolean> {
  const { service, inTransaction, isOutage, log } = retries;
  const [row] = await inTransaction(({ sql }) => findAsked(sql, { service, but: waiting }));
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
      // The letter stays, because its event should have done something that this process cannot do.
      if (!reaction) throw new Error(`${service} has no reaction to ${envelope.type}.`);
      await handlerOf(reaction, envelope)(context);
    });
    log.info(line, "a dead letter was handled");
  } catch (error) {
    if (await isOutage(error)) {
      waiting.push(row.id);
      log.warn({ ...line, err: error }, "a dead letter waits for what is unavailable");
      return true;
    }
    const code = error instanceof DomainError ? error.code : "INTERNAL";
    await inTransaction(
      ({ sql }) => sql`UPDATE dead_letter SET attempts = 1, error_code = ${code}, died_at = now()
                       WHERE id = ${row.id}::uuid AND attempts = 0 RETURNING id`,
    );
    log.error({ ...line, code, err: error }, "a dead letter failed again");
  }
  return true;
}

function findAsked(
  sql: Sql,
  { service, but }: { readonly service: string; readonly but: readonly string[] },
): Promise<Row[]> {
  return sql<Row>`
    SELECT id::text, consumer, envelope FROM dead_letter
    WHERE attempts = 0 AND consumer LIKE ${`%/${service}`} AND id <> ALL(${[...but]}::uuid[])
    ORDER BY died_at, id LIMIT 1`;
}
