import { once } from "node:events";
import pg from "pg";

/** Connections to the databases of a test, all of which `close` ends. */
export type TestConnections = {
  /** A pool; it connects at its first query. */
  pool(connectionString: string, options?: { readonly max?: number }): pg.Pool;
  /** One connection that stays itself, for locks and transactions across statements. */
  session(connectionString: string): Promise<pg.Client>;
  /** Resolves when the server has seen every connection end, sessions that the test ended itself included. */
  close(): Promise<void>;
};

/** Makes connections. When either side ends one, a test that does not use it never fails. */
export function testConnections(): TestConnections {
  const pools: pg.Pool[] = [];
  const sessions: pg.Client[] = [];
  const ends: Promise<unknown>[] = [];
  const hear = (client: pg.Client | pg.PoolClient) => {
    // A query on a broken connection fails by itself; an idle one may break, such as with its database.
    client.on("error", () => undefined);
    ends.push(once(client, "end"));
  };
  return {
    pool: (connectionString, { max = 4 } = {}) => {
      const pool = new pg.Pool({ connectionString, max });
      pool.on("error", () => undefined);
      pool.on("connect", hear);
      pools.push(pool);
      return pool;
    },
    session: async (connectionString) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      hear(client);
      sessions.push(client);
      return client;
    },
    close: async () => {
      // A pool's own `end` may resolve before its connections are gone.
      await Promise.all(pools.map(async (pool) => pool.ending || (await pool.end())));
      await Promise.all(sessions.map((session) => session.end()));
      await Promise.all(ends);
    },
  };
}

/** Does the work on a connection of its own, which is gone afterwards. */
export async function connectedTo<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const connections = testConnections();
  try {
    return await work(await connections.session(connectionString));
  } finally {
    await connections.close();
  }
}
