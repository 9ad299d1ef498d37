import type { Pool, PoolClient } from "pg";

/** Runs the work in one transaction of the keys database; a throw rolls it back. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // Closed instead of rolled back: that ends the transaction also where the connection is what broke.
    client.release(true);
    throw error;
  }
}
