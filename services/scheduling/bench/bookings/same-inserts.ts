import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Round } from "./round-of-bookings.ts";
import type { Bench, Offer } from "./start-bench.ts";
import { chooseSlot, inserts } from "./statements.ts";

/** Who runs the statements: pgbench where there is one, otherwise clients of this process. */
export type SameInserts = {
  readonly driver: "pgbench" | "pg";
  /** Makes so many bookings, by so many clients at once. */
  readonly round: (asked: { readonly count: number; readonly clients: number }) => Promise<Round>;
};

/**
 * What Postgres does at most: the rows of a booking on the same hosts, without a service. The key of the
 * attendee, which lies in another database, is not among them.
 */
export async function sameInserts(bench: Bench, offers: readonly Offer[]): Promise<SameInserts> {
  // Far in the future, so that no slot meets one of the service's.
  await bench.sql("CREATE SEQUENCE bench_slot");
  await bench.sql(
    "CREATE TABLE bench_offer (n int, organization_id uuid, host_id uuid, meeting_type_id uuid)",
  );
  for (const [n, { organizationId, hostId, meetingTypeId }] of offers.entries()) {
    await bench.sql("INSERT INTO bench_offer VALUES ($1, $2, $3, $4)", [
      n,
      organizationId,
      hostId,
      meetingTypeId,
    ]);
  }
  const hasPgbench = spawnSync("pgbench", ["--version"]).status === 0;
  return hasPgbench
    ? { driver: "pgbench", round: (asked) => byPgbench(bench, { ...asked, hosts: offers.length }) }
    : { driver: "pg", round: (asked) => byClients(bench, { ...asked, hosts: offers.length }) };
}

type Asked = { readonly count: number; readonly clients: number; readonly hosts: number };

async function byPgbench(
  { folder, ownerUrl }: Bench,
  { count, clients, hosts }: Asked,
): Promise<Round> {
  const script = join(folder, "booking.sql");
  const written = inserts.map((each) => `${each((name) => `:${name}`)};`);
  const text = ["BEGIN;", `${chooseSlot(hosts)} \\gset`, ...written, "COMMIT;"].join("\n");
  await writeFile(script, text);
  const each = Math.ceil(count / clients);
  const flags = ["-n", "-l", "-c", `${clients}`, "-j", "1", "-t", `${each}`, "-M", "prepared"];
  const run = spawnSync("pgbench", [...flags, "-f", script, ownerUrl], {
    encoding: "utf8",
    cwd: folder,
  });
  const perSecond = /tps = ([\d.]+)/.exec(run.stdout ?? "")?.[1];
  if (run.status !== 0 || !perSecond) throw new Error(run.stderr || run.stdout);
  // A line a transaction: client, number, microseconds, …
  const logs = (await readdir(folder)).filter((name) => name.startsWith("pgbench_log."));
  const lines = (await Promise.all(logs.map((name) => readFile(join(folder, name), "utf8")))).join(
    "",
  );
  for (const name of logs) await rm(join(folder, name));
  const milliseconds = lines
    .trim()
    .split("\n")
    .map((line) => Number(line.split(" ")[2]) / 1_000);
  return { seconds: milliseconds.length / Number(perSecond), milliseconds };
}

async function byClients({ ownerUrl }: Bench, { count, clients, hosts }: Asked): Promise<Round> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: clients });
  const milliseconds: number[] = [];
  let left = count;
  const client = async () => {
    const connection = await pool.connect();
    try {
      while (left-- > 0) {
        const began = performance.now();
        await book(connection, hosts);
        milliseconds.push(performance.now() - began);
      }
    } finally {
      connection.release();
    }
  };
  const began = performance.now();
  try {
    await Promise.all(Array.from({ length: clients }, client));
    return { seconds: (performance.now() - began) / 1_000, milliseconds };
  } finally {
    await pool.end();
  }
}

async function book(connection: pg.PoolClient, hosts: number): Promise<void> {
  await connection.query("BEGIN");
  const { rows } = await connection.query({ name: "choose", text: chooseSlot(hosts) });
  for (const [i, each] of inserts.entries()) {
    const values: string[] = [];
    const text = each((name) => `$${values.push(String(rows[0][name]))}`);
    await connection.query({ name: `insert ${i}`, text, values });
  }
  await connection.query("COMMIT");
}
