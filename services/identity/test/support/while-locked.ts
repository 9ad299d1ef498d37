import { connectedTo, eventually } from "@tidbok/testing";
import type { Identity } from "./start-identity.ts";

/** A statement with its values. */
export type Statement = readonly [text: string, ...values: unknown[]];

/**
 * Makes a race that always happens: holds what the statement locks, starts one act after the other, each once those
 * before it wait for a lock, and then lets go. The answers of the acts in order.
 */
export async function whileLocked<Answer>(
  { config, sql }: Pick<Identity, "config" | "sql">,
  [text, ...values]: Statement,
  acts: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> {
  return connectedTo(config.databaseUrl, async (holder) => {
    await holder.query("BEGIN");
    await holder.query(text, values);
    const answers: Promise<Answer>[] = [];
    for (const act of acts) {
      answers.push(act());
      await eventually(async () => {
        const { rows } = await sql.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return Number(rows[0]?.count) >= answers.length;
      });
    }
    await holder.query("COMMIT");
    return Promise.all(answers);
  });
}
