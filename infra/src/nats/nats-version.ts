import { spawnSync } from "node:child_process";

/** Has the fixes of 2026's advisories; see docs/decisions. */
export const oldestSafe = [2, 14] as const;

export type Version = readonly [major: number, minor: number];

/** The version of a nats-server program; undefined when it does not run. */
export function natsVersion(program: string): Version | undefined {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const found = /v(\d+)\.(\d+)/.exec(stdout ?? "");
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

export function isSafe(version: Version | undefined): boolean {
  if (!version) return false;
  const [major, minor] = version;
  return major > oldestSafe[0] || (major === oldestSafe[0] && minor >= oldestSafe[1]);
}
