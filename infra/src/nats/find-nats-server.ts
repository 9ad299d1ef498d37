import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PlainFailure } from "../plain-failure.ts";
import { downloadWithApt } from "./download-with-apt.ts";
import { isSafe, natsVersion } from "./nats-version.ts";

export type Search = {
  /** Where a downloaded server is kept. */
  readonly toolsDir: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly say?: (line: string) => void;
};

/**
 * The path of a nats-server, 2.14 or newer: NATS_SERVER, then PATH, then an earlier download, then Debian's newest
 * package (unpacked into toolsDir; the system is not touched), then Homebrew. An older one is the last resort.
 */
export async function findNatsServer(search: Search): Promise<string> {
  const { toolsDir, env = process.env, say = () => undefined } = search;
  if (env.NATS_SERVER) return chosen(env.NATS_SERVER);

  const cached = join(toolsDir, "nats-server");
  if (isSafe(natsVersion("nats-server"))) return "nats-server";
  if (isSafe(natsVersion(cached))) return cached;

  say("Getting nats-server (once) …");
  if (await downloadWithApt({ into: cached, suite: "sid" })) {
    if (isSafe(natsVersion(cached))) return cached;
  }
  const brewed = brew();
  if (brewed) return brewed;
  return old({ toolsDir, say });
}

function chosen(program: string): string {
  const version = natsVersion(program);
  if (isSafe(version)) return program;
  const what = version ? `is version ${version.join(".")}` : "does not run";
  throw new PlainFailure(
    `NATS_SERVER=${program} ${what}: set it to a nats-server of 2.14 or newer, or unset it to have one found.`,
  );
}

function brew(): string | undefined {
  if (spawnSync("brew", ["--version"]).status !== 0) return undefined;
  spawnSync("brew", ["install", "--quiet", "nats-server"], { stdio: "ignore" });
  const { stdout } = spawnSync("brew", ["--prefix", "nats-server"], { encoding: "utf8" });
  const program = join(stdout.trim(), "bin", "nats-server");
  return isSafe(natsVersion(program)) ? program : undefined;
}

async function old({ toolsDir, say = () => undefined }: Search): Promise<string> {
  const cached = join(toolsDir, "nats-server-old");
  const program = natsVersion("nats-server")
    ? "nats-server"
    : natsVersion(cached) || (await downloadWithApt({ into: cached }))
      ? cached
      : undefined;
  const version = program && natsVersion(program);
  if (!program || !version) {
    throw new PlainFailure(
      "nats-server (2.14 or newer) was not found and could not be downloaded: install it from https://github.com/nats-io/nats-server/releases and set NATS_SERVER to its path.",
    );
  }
  say(
    `WARNING: nats-server ${version.join(".")} is old and has known security holes. Do not use it but for a try; install 2.14 or newer and set NATS_SERVER to its path.`,
  );
  return program;
}
