import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

export type Download = {
  /** Where the program is put. */
  readonly into: string;
  /** A Debian suite other than this system's own, such as "sid". */
  readonly suite?: string;
};

/**
 * Downloads and unpacks Debian's nats-server with lists, cache and sources of our own: the system is not touched, root
 * is not needed and apt checks the archive's signature. False when this is no Debian or no mirror has it.
 */
export async function downloadWithApt({ into, suite }: Download): Promise<boolean> {
  if (process.platform !== "linux" || !existsSync(keyring)) return false;
  await mkdir(dirname(into), { recursive: true });
  const folder = await mkdtemp(join(dirname(into), "apt-"));
  try {
    const options = suite ? await ownSources(folder, suite) : [];
    if (!options) return false;
    await run("apt-get", ["download", "nats-server", ...options], { cwd: folder });
    const file = (await readdir(folder)).find((name) => name.endsWith(".deb"));
    if (!file) return false;
    await run("dpkg-deb", ["-x", file, "unpacked"], { cwd: folder });
    const program = join(folder, "unpacked/usr/sbin/nats-server");
    await chmod(program, 0o755);
    await rename(program, into);
    return true;
  } catch {
    // No apt, no network, no such package: the caller has other ways and says so when all of them fail.
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Options that point apt to one suite of the mirror which this machine already uses. */
async function ownSources(folder: string, suite: string): Promise<readonly string[] | undefined> {
  const { stdout } = await run("apt-get", ["indextargets", "--format", "$(SITE)"]);
  for (const mirror of new Set(stdout.split("\n").filter(Boolean))) {
    const options = [
      `-oDir::Etc::sourcelist=${folder}/sources.list`,
      "-oDir::Etc::sourceparts=-",
      `-oDir::State::lists=${folder}/lists`,
      `-oDir::Cache=${folder}/cache`,
      "-oDebug::NoLocking=1",
      "-oAPT::Sandbox::User=",
    ];
    await mkdir(join(folder, "lists/partial"), { recursive: true });
    await mkdir(join(folder, "cache/archives/partial"), { recursive: true });
    await writeFile(
      join(folder, "sources.list"),
      `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`,
    );
    const isThere = await run("apt-get", [
      "update",
      "--error-on=any",
      "-oAcquire::Languages=none",
      ...options,
    ]).then(
      () => true,
      () => false,
    );
    if (isThere) return options;
  }
  return undefined;
}
