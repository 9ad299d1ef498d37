import pg from "pg";

// The server ends a statement after five seconds itself; a second more, and it is not there.
const silenceMilliseconds = 6_000;

/**
 * A pool of database connections, bounded, with the time limits of a request: connecting 5 s, lock 2 s, statement 5 s,
 * idle in a transaction 10 s. A server that says nothing for 6 s is given up: the statement fails, and the connections
 * of before leave the pool, because they may be as dead and nobody would say so.
 */
export function createPool(connectionString: string, { max = 10 }: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: silenceMilliseconds,
    keepAlive: true,
    options:
      "-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC",
  });
  // An idle connection that breaks is replaced on the next query; unheard, it would end the process. The pool itself
  // stops to listen to a connection that it closes, and the server may end that one first.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    hearSilence(client, () => closeIdle(pool));
  });
  return pool;
}

/**
 * Ends a connection on which a statement got no answer. The driver only tells the caller; the connection would go back
 * to the pool, and each statement after it would wait behind the first.
 */
function hearSilence(client: pg.PoolClient, onSilence: () => void): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const hear = (error: unknown) => {
    if (!(error instanceof Error) || error.message !== "Query read timeout") return;
    void client.end();
    onSilence();
  };
  const heard = (...given: unknown[]) => {
    const callback = given.at(-1);
    if (typeof callback !== "function") {
      const answer = query(...given);
      if (answer instanceof Promise) answer.catch(hear);
      return answer;
    }
    return query(...given.slice(0, -1), (error: unknown, result: unknown) => {
      hear(error);
      callback(error, result);
    });
  };
  client.query = heard as typeof client.query;
}

function closeIdle(pool: pg.Pool): void {
  for (let count = pool.idleCount; count > 0; count -= 1) {
    pool.connect().then(
      (client) => client.release(true),
      () => undefined,
    );
  }
}
