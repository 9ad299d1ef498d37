import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { createServer } from "../src/server.ts";
import { newPerson, startIdentity } from "./support/start-identity.ts";

const identity = await startIdentity();
afterAll(() => identity.stop());
const { sql, keys } = identity;
const day = 86_400_000;
const many = 1_201;

/** Notes how many rows each statement of the service removes from a table. */
async function watch(table: string) {
  await sql.query(`
    CREATE TRIGGER watched AFTER DELETE ON ${table} REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION note_rows()`);
}

test("what has gathered goes in batches of 500 rows at most, and an unreachable keys database loses no destruction", async () => {
  await sql.query("CREATE TABLE noted (name text, rows int)");
  await sql.query(`
    CREATE FUNCTION note_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN INSERT INTO noted SELECT TG_TABLE_NAME, count(*) FROM gone; RETURN NULL; END $$`);
  const person = await newPerson(identity, { email: "stays@example.test" });
  const old = new Date(identity.clock.now - 100 * day).toISOString();
  const [{ id: squatter } = { id: "" }] = (
    await sql.query<{ id: string }>(
      `INSERT INTO account (id, email, email_index, name, time_zone, locale, password_hash, created_at)
       SELECT gen_random_uuid(), 'x', sha256(n::text::bytea), 'x', 'UTC', 'en', '$argon2id$x', $1::timestamptz
       FROM generate_series(1, ${many}) AS n RETURNING id::text`,
      [old],
    )
  ).rows;
  await keys.query(
    "INSERT INTO subject_key (subject_id, generation, wrapped, kek_id) SELECT $1, 1, 'x', 'x'",
    [squatter],
  );
  await sql.query(
    `INSERT INTO session (id, account_id, delivery, authenticated_at, last_seen_at, expires_at)
     SELECT gen_random_uuid(), $1, 'TOKENS', $2::timestamptz, $2::timestamptz, $2::timestamptz + interval '1 day'
     FROM generate_series(1, ${many})`,
    [person.id, old],
  );
  await sql.query(
    `INSERT INTO refresh_token (id, session_id, token_hash, issued_at, used_at)
     SELECT gen_random_uuid(), (SELECT min(id::text)::uuid FROM session WHERE delivery = 'TOKENS'), sha256(n::text::bytea),
       $1::timestamptz, $1::timestamptz FROM generate_series(1, ${many}) AS n`,
    [old],
  );
  await sql.query(
    `INSERT INTO idempotency (principal, operation, key, request_hash, created_at)
     SELECT 'p', 'o', n::text, sha256('x'), $1::timestamptz FROM generate_series(1, ${many}) AS n`,
    [old],
  );
  for (const table of ["account", "session", "refresh_token", "idempotency"]) await watch(table);
  await keys.query("ALTER TABLE subject_key RENAME TO away");

  await identity.service.start();
  const left = async () => {
    const { rows } = await sql.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM session) + (SELECT count(*) FROM refresh_token)
        + (SELECT count(*) FROM idempotency) AS count`,
    );
    return Number(rows[0]?.count);
  };
  await eventually(async () => (await left()) === 2);
  const { rows } = await sql.query<{ name: string; total: number; most: number }>(
    "SELECT name, sum(rows)::int AS total, max(rows) AS most FROM noted GROUP BY name ORDER BY name",
  );
  const names = ["account", "idempotency", "refresh_token", "session"];
  expect(rows.map(({ name, total }) => [name, total])).toEqual(names.map((name) => [name, many]));
  expect(Math.max(...rows.map(({ most }) => most))).toBeLessThanOrEqual(500);

  const due = async () => (await sql.query("SELECT FROM key_destruction")).rowCount;
  expect(await due()).toBe(many);
  await keys.query("ALTER TABLE away RENAME TO subject_key");
  // Another process, as after a crash.
  const next = await createServer(identity.config, { clock: () => identity.clock.now });
  await next.start();
  await eventually(async () => (await due()) === 0);
  await next.stop();
  const { rows: key } = await keys.query(
    "SELECT wrapped IS NULL AS gone FROM subject_key WHERE subject_id = $1",
    [squatter],
  );
  expect(key).toEqual([{ gone: true }]);
});
