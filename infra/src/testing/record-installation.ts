import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { ensureSecrets } from "../keys/ensure-secrets.ts";
import { statePlaces } from "../places.ts";
import { createDatabases } from "../postgres/create-databases.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { readDatabases, restoreDatabases, type DatabasesAsRows } from "./databases-as-rows.ts";

const run = promisify(execFile);
// The rest of a state folder is made again at each start.
const kept = ["keys", "nats", "secrets.json", "demo.json", "databases.json"];

/**
 * Records a platform that does not run as one small file: the rows of its databases as JSON, and the other files of its
 * state folder. A Postgres data folder would be 80 MB.
 */
export async function recordInstallation(stateDir: string, file: string): Promise<void> {
  const rows = join(stateDir, "databases.json");
  await withPostgres(stateDir, async ({ url }) => {
    await writeFile(rows, JSON.stringify(await readDatabases(url)));
  });
  await run("tar", ["-czf", resolve(file), "-C", stateDir, ...kept]);
  await rm(rows);
}

/** Makes the state folder of a recorded platform, ready to be started by the code of today. */
export async function restoreInstallation(file: string): Promise<string> {
  const stateDir = await mkdtemp(join(tmpdir(), "tidbok-recorded-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(stateDir, 0o711);
  await run("tar", ["-xzf", file, "-C", stateDir]);
  const rows = await readFile(join(stateDir, "databases.json"), "utf8");
  await withPostgres(stateDir, async ({ url, port, passwords }) => {
    await createDatabases({ url, passwords });
    await restoreDatabases(JSON.parse(rows) as DatabasesAsRows, { url, port, passwords });
  });
  return stateDir;
}

async function withPostgres(
  stateDir: string,
  work: (
    server: { readonly url: string; readonly port: number } & Pick<
      Awaited<ReturnType<typeof ensureSecrets>>,
      "passwords"
    >,
  ) => Promise<void>,
): Promise<void> {
  const places = statePlaces(stateDir);
  const { superuser, passwords } = await ensureSecrets(places.secrets);
  const postgres = await startPostgres({
    dataDir: places.postgres,
    password: superuser,
    logFile: places.logOf("postgres"),
    settings: { fsync: "off" },
  });
  try {
    await work({ url: postgres.url, port: postgres.port, passwords });
  } finally {
    await postgres.stop();
  }
}
