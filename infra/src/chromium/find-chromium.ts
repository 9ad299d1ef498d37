import { spawnSync } from "node:child_process";

export type ChromiumSearch = {
  readonly env?: NodeJS.ProcessEnv;
  readonly say?: (line: string) => void;
};

const names = ["chromium", "chromium-browser", "google-chrome"];

/**
 * A Chromium for tests in a browser: the variable CHROMIUM, then PATH, then Debian's package, which is
 * installed where this may be done (root, or sudo without a password). Null where no Chromium can be had.
 */
export function findChromium(search: ChromiumSearch = {}): string | null {
  const { env = process.env, say = () => undefined } = search;
  if (env.CHROMIUM) return env.CHROMIUM;
  const found = onPath();
  if (found) return found;
  const become = whoMayInstall();
  if (become === null) {
    say("No Chromium: tests in a browser are left out. Install chromium, or set CHROMIUM.");
    return null;
  }
  say("Getting Chromium (once) …");
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [program = "", ...rest] = [...become, "apt-get", "-q", ...args];
    spawnSync(program, rest, {
      stdio: "ignore",
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  return onPath();
}

function onPath(): string | null {
  return names.find((name) => runs(name, "--version")) ?? null;
}

function whoMayInstall(): readonly string[] | null {
  if (!runs("apt-get", "--version")) return null;
  if (process.getuid?.() === 0) return [];
  return runs("sudo", "-n", "true") ? ["sudo", "-n"] : null;
}

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
