import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const suite = "sid";

/**
 * Puts Debian's newest nats-server at `into`, with lists, cache and sources of our own: the system is not touched, root
 * is not needed and apt checks the archive's signature. Throws where this is no Debian and where no mirror has it.
 */
export async function unpackDebian({ into, env }) {
  if (!existsSync(keyring)) throw new Error("this is no Debian, so there is no package either");
  const run = promisify(execFile);
  const folder = await mkdtemp(join(dirname(into), "apt-"));
  const apt = (...args) => run("apt-get", args, { cwd: folder, env });
  try {
    const options = await ownSources(folder, apt);
    await apt("download", "nats-server", ...options);
    const file = (await readdir(folder)).find((name) => name.endsWith(".deb"));
    await run("dpkg-deb", ["-x", file, "unpacked"], { cwd: folder, env });
    const program = join(folder, "unpacked/usr/sbin/nats-server");
    await chmod(program, 0o755);
    await rename(program, into);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Options that point apt to one suite of the mirror which this machine already uses. */
async function ownSources(folder, apt) {
  await mkdir(join(folder, "lists/partial"), { recursive: true });
  await mkdir(join(folder, "cache/archives/partial"), { recursive: true });
  const options = [
    `-oDir::Etc::sourcelist=${folder}/sources.list`,
    "-oDir::Etc::sourceparts=-",
    `-oDir::State::lists=${folder}/lists`,
    `-oDir::Cache=${folder}/cache`,
    "-oDebug::NoLocking=1",
    "-oAPT::Sandbox::User=",
  ];
  const { stdout } = await apt("indextargets", "--format", "$(SITE)");
  for (const mirror of new Set(stdout.split("\n").filter(Boolean))) {
    const source = `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`;
    await writeFile(join(folder, "sources.list"), source);
    const update = ["update", "--error-on=any", "-oAcquire::Languages=none", ...options];
    const isThere = await apt(...update).then(
      () => true,
      () => false,
    );
    if (isThere) return options;
  }
  throw new Error(`no mirror of this machine has Debian's ${suite}`);
}
