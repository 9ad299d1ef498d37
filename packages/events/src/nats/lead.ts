import pg from "pg";
import type { Log } from "./log.ts";
import { pause } from "./pause.ts";

/** A task that one process per database does, and the way to do it. */
export type LeaderTask = {
  /** Straight to the server: a transaction pooler loses session locks and LISTEN. */
  readonly connectionString: string;
  /** The name of the task: processes that name the same task in the same database compete for it. */
  readonly task: string;
  readonly log: Log;
  /** Does the task until the signal is aborted, then finishes what is in flight and returns. */
  readonly work: (term: {
    readonly client: pg.Client;
    readonly signal: AbortSignal;
  }) => Promise<void>;
};

/** Something that runs until it is stopped; `stop` returns when what was in flight is finished. */
export type Running = { readonly stop: () => Promise<void> };

const standbyPoll = 500;
const heartbeat = 5_000;
const longestDelay = 5_000;

/**
 * Leader election: of all processes with the same task and database, the one that holds the advisory lock works, and
 * the others stand by. The lock lives on a connection of its own, so it is free as soon as the process or its connection
 * dies; then the work's signal is aborted, too. A process that lost the lock stands by again, until it is stopped.
 */
export function lead(task: LeaderTask): Running {
  const stopping = new AbortController();
  const ended = repeatElection(task, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function repeatElection(leaderTask: LeaderTask, stopping: AbortSignal): Promise<void> {
  const { task, log } = leaderTask;
  let failures = 0;
  while (!stopping.aborted) {
    try {
      await runElection(leaderTask, { stopping, elected: () => (failures = 0) });
    } catch (error) {
      failures += 1;
      if (failures === 1) log.warn({ operation: task, err: error }, "the database is not there");
      await pause(Math.min(100 * 2 ** failures, longestDelay), stopping);
    }
  }
}

type Election = { readonly stopping: AbortSignal; readonly elected: () => void };

async function runElection(leaderTask: LeaderTask, { stopping, elected }: Election): Promise<void> {
  const { connectionString, task, log, work } = leaderTask;
  const client = new pg.Client({
    connectionString,
    application_name: task,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  const lost = new AbortController();
  const lose = (error?: Error) => lost.abort(error ?? new Error("The connection ended."));
  client.on("error", lose).on("end", lose);
  try {
    await client.connect();
    const signal = AbortSignal.any([stopping, lost.signal]);
    if (!(await takeLock({ client, task, signal }))) return;
    elected();
    log.info({ operation: task }, "leading");
    const beat = setInterval(() => void client.query("SELECT 1").catch(lose), heartbeat);
    await work({ client, signal }).finally(() => clearInterval(beat));
    if (!stopping.aborted) lost.signal.throwIfAborted();
  } finally {
    // A half-open connection never says goodbye; two seconds are enough to try.
    await Promise.race([
      client.end().catch(() => undefined),
      pause(2_000, new AbortController().signal),
    ]);
  }
}

type Lock = { readonly client: pg.Client; readonly task: string; readonly signal: AbortSignal };

async function takeLock({ client, task, signal }: Lock): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ readonly is_ours: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS is_ours`,
      [task],
    );
    if (rows[0]?.is_ours) return true;
    await pause(standbyPoll, signal);
  }
  return false;
}
