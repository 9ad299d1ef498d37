import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { isPassing, isTimeLimit, isUnavailable } from "./is-unavailable.ts";

/** Whether the error comes of an outage, so that the work that met it is not at fault. Never rejects. */
export type OutageCheck = (error: unknown) => Promise<boolean>;

const deadlineMilliseconds = 5_000;

/**
 * Makes the check for work that is repeated until it succeeds. Work that always takes too long, or always meets another
 * transaction, would be repeated for ever if that counted as an outage. So a transaction in the way is no outage, and after
 * a time limit the databases are asked: it is an outage where one of them does not answer within 5 s.
 */
export function createOutageCheck(pools: readonly pg.Pool[]): OutageCheck {
  return async (error) => {
    if (!isUnavailable(error) || isPassing(error)) return false;
    if (!isTimeLimit(error)) return true;
    const answers = await Promise.all(pools.map(hasAnswered));
    return answers.includes(false);
  };
}

async function hasAnswered(pool: pg.Pool): Promise<boolean> {
  const late = sleep(deadlineMilliseconds, false, { ref: false });
  const answer = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
