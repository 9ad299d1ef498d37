import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure } from "../failure.mjs";
import { downloadRelease } from "./download-release.mjs";
import { unpackDebian } from "./unpack-debian.mjs";

/** Has the fixes of 2026's advisories; see docs/decisions. */
const oldest = [2, 14];

/**
 * The path of a nats-server of 2.14 or newer: NATS_SERVER, then PATH, then an earlier download, then the official
 * release. Where that cannot be reached, Debian's newest package is unpacked. The system is not touched.
 *
 * @param {{ toolsDir: string, env?: NodeJS.ProcessEnv, say?: (line: string) => void, release?: object }} search
 */
export async function findNatsServer({ toolsDir, env = process.env, say = () => {}, release }) {
  if (env.NATS_SERVER) return chosen(env.NATS_SERVER);
  const into = join(toolsDir, "nats-server");
  for (const program of [...onPath(env), into]) if (isNew(versionOf(program))) return program;

  say("Getting nats-server (once) …");
  mkdirSync(toolsDir, { recursive: true });
  const reasons = [];
  for (const bring of [downloadRelease, unpackDebian]) {
    try {
      await bring({ into, env, release });
      if (isNew(versionOf(into))) return into;
      reasons.push(`${bring.name} brought one that does not run here`);
    } catch (error) {
      reasons.push(error.message.split("\n")[0]);
    }
  }
  throw new Failure(
    `There is no nats-server of ${oldest.join(".")} or newer, and none could be brought (${reasons.join("; ")}): ` +
      "install it from https://github.com/nats-io/nats-server/releases and put it on PATH, or set NATS_SERVER to its path.",
  );
}

function onPath({ PATH = "" }) {
  return PATH.split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, "nats-server"));
}

function chosen(program) {
  const version = versionOf(program);
  if (isNew(version)) return program;
  const what = version ? `is version ${version.join(".")}` : "does not run";
  throw new Failure(
    `NATS_SERVER=${program} ${what}: set it to a nats-server of ${oldest.join(".")} or newer, or unset it to have one found.`,
  );
}

function versionOf(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const found = /v(\d+)\.(\d+)/.exec(stdout ?? "");
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

function isNew(version) {
  if (!version) return false;
  const [major, minor] = version;
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
