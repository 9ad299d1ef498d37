import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { hasEnded, lastLines, startChild, stopChild } from "../child.ts";
import { PlainFailure } from "../plain-failure.ts";
import { freePort, isBusy } from "../ports.ts";
import { waitUntil } from "../wait-until.ts";
import { stopOrphan } from "./stop-orphan.ts";
import { initialise } from "./initialise.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { reachableBinaries, reachableFolder } from "./reachable.ts";
import { serverUser } from "./server-user.ts";

export type PostgresStart = {
  /** Made when it is missing. Below a folder that only root may enter it becomes a link. */
  readonly dataDir: string;
  readonly password: string;
  /** Any free port when left out. */
  readonly port?: number;
  readonly logFile: string;
  /** More `-c name=value` settings. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onSpawn?: (child: ChildProcess) => void;
};

export type RunningPostgres = {
  /** As the superuser, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

/** Starts Postgres 18 on 127.0.0.1; resolves when it answers. Stopping is a fast shutdown: nothing committed is lost. */
export async function startPostgres(start: PostgresStart): Promise<RunningPostgres> {
  const user = serverUser();
  const binaries = await reachableBinaries(postgresBinaries(), user);
  const dataDir = await reachableFolder(start.dataDir, user);
  await mkdir(dirname(start.logFile), { recursive: true });
  await initialise({ binaries, dataDir, password: start.password, user });
  await stopOrphan(dataDir);

  const port = start.port ?? (await freePort());
  if (await isBusy(port)) {
    throw new PlainFailure(
      `Port ${port}, which Postgres needs, is in use: stop what uses it (lsof -i :${port}), or set TIDBOK_PORT_POSTGRES.`,
    );
  }
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    // TCP only: a socket file would need a short path that both users may write to.
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "96MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...start.settings,
  };
  const child = startChild({
    command: join(binaries, "bin", "postgres"),
    args: ["-D", dataDir, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    logFile: start.logFile,
    cwd: "/",
    user,
  });
  start.onSpawn?.(child);
  const url = `postgresql://postgres:${encodeURIComponent(start.password)}@127.0.0.1:${port}/postgres`;
  await answers({ url, child, start });
  return { url, port, process: child, stop: () => stopChild(child, { signal: "SIGINT" }) };
}

async function answers({
  url,
  child,
  start,
}: {
  url: string;
  child: ChildProcess;
  start: PostgresStart;
}) {
  const isUp = await waitUntil(
    async () => {
      if (hasEnded(child)) {
        throw new PlainFailure(
          `Postgres did not start; its log ${start.logFile} ends with: ${await lastLines(start.logFile)}`,
        );
      }
      return tryToConnect(url, start.dataDir);
    },
    { withinMs: 60_000 },
  );
  if (isUp) return;
  await stopChild(child, { signal: "SIGINT" });
  throw new PlainFailure(`Postgres did not answer within a minute; see its log ${start.logFile}.`);
}

async function tryToConnect(url: string, dataDir: string): Promise<true | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") {
      throw new PlainFailure(
        `The data in ${dataDir} was made with another password than the one in secrets.json beside it: bring that file back, or delete the data and start again.`,
      );
    }
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
