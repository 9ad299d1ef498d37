import { execFile } from "node:child_process";
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PlainFailure } from "../plain-failure.ts";
import type { ServerUser } from "./server-user.ts";

const version = "18";

export type Cluster = {
  readonly binaries: string;
  readonly dataDir: string;
  readonly password: string;
  readonly user: ServerUser | undefined;
};

/** Makes the data folder when it is missing; says what to do about one that cannot be used. */
export async function initialise({ binaries, dataDir, password, user }: Cluster): Promise<void> {
  const found = await readFile(join(dataDir, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found !== undefined) {
    if (found.trim() !== version) {
      throw new PlainFailure(
        `${dataDir} was made by Postgres ${found.trim()} and this is ${version}: move it away (or delete it) and start again.`,
      );
    }
    await assertOwner(dataDir, user);
    return;
  }
  const entries = await readdir(dataDir).catch(() => []);
  if (entries.length > 0) {
    throw new PlainFailure(
      `${dataDir} is not a whole Postgres data folder (PG_VERSION is missing): move it away (or delete it) and start again.`,
    );
  }
  await makeCluster({ binaries, dataDir, password, user });
}

async function makeCluster({ binaries, dataDir, password, user }: Cluster): Promise<void> {
  // A folder that is renamed when it is whole: an interrupted first start leaves nothing broken behind.
  const half = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user) for (const path of [half, passwordFile]) await chown(path, user.uid, user.gid);
    await promisify(execFile)(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${half}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Postgres's own collation: sorts the same on every machine, whatever locales that has.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-sync",
      ],
      { ...user, cwd: "/" },
    );
    await rm(dataDir, { recursive: true, force: true });
    await rename(half, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function assertOwner(dataDir: string, user: ServerUser | undefined): Promise<void> {
  const us = user?.uid ?? process.getuid?.();
  const { uid } = await stat(dataDir);
  if (us !== undefined && uid !== us) {
    throw new PlainFailure(
      `${dataDir} belongs to another user (uid ${uid}): start as the user that started first, or chown -R ${us} it.`,
    );
  }
}
