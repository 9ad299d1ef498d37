import { expect } from "vitest";
import { startScheduling, type Scheduling } from "./start-scheduling.ts";

/** A second process on the same database in which nobody waits for anybody: what the locks prevent happens now. */
export async function takeLocksAway(scheduling: Scheduling): Promise<Scheduling> {
  await scheduling.sql(
    `CREATE SCHEMA lockless; CREATE FUNCTION lockless.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT';
     GRANT USAGE ON SCHEMA lockless TO PUBLIC`,
  );
  await scheduling.sql(
    `DO $$ BEGIN EXECUTE format('ALTER ROLE scheduling_app IN DATABASE %I SET search_path = lockless, pg_catalog, public', current_database()); END $$`,
  );
  const session = await scheduling.database.session(scheduling.database.url);
  await session.query("BEGIN; SELECT pg_advisory_xact_lock(1)");
  const held = await session.query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()",
  );
  await session.end();
  expect(held.rows).toEqual([]);
  return startScheduling({ database: scheduling.database, config: scheduling.config });
}
