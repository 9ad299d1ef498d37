import pg from "pg";

/** A pool of database connections, bounded, with the time limits of a request: lock 2 s, statement 5 s, idle in a transaction 10 s. */
export function createPool(connectionString: string, { max = 10 }: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options:
      "-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC",
  });
  // An idle connection that breaks is replaced on the next query; unheard, it would end the process. The pool itself
  // stops to listen to a connection that it closes, and the server may end that one first.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
