import { realpathSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { commandOf } from "../command-of.ts";
import { PlainFailure } from "../plain-failure.ts";
import { waitUntil } from "../wait-until.ts";

/**
 * Ends a Postgres that outlived a killed platform, and removes a pid file with a number that now belongs to some other
 * program: Postgres itself would take that program for a running server and refuse to start.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, "postmaster.pid");
  const text = await readFile(pidFile, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split("\n")[0]);
  if (!isPostgres(pid, dataDir)) return rm(pidFile, { force: true });

  process.kill(pid, "SIGINT");
  const isGone = await waitUntil(() => (isPostgres(pid, dataDir) ? undefined : true), {
    withinMs: 20_000,
  });
  if (isGone) return;
  throw new PlainFailure(
    `An earlier Postgres (process ${pid}) still holds ${dataDir} and does not stop: kill ${pid} and start again.`,
  );
}

// The server may have been started by another way to the same folder, such as a link to the state folder.
function isPostgres(pid: number, dataDir: string): boolean {
  const [, started] = /postgres\S* -D (.*?)(?: -c |$)/.exec(commandOf(pid)) ?? [];
  return started !== undefined && (started === dataDir || real(started) === real(dataDir));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
