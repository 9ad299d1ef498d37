import { execFileSync, spawnSync } from "node:child_process";
import { PlainFailure } from "../plain-failure.ts";

export type ServerUser = { readonly uid: number; readonly gid: number };

/**
 * The user that Postgres runs as; undefined for the current one. Postgres refuses to run as root, so root needs another user,
 * and one that the system already has: "postgres" where it exists, otherwise "nobody".
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = userNamed("postgres") ?? userNamed("nobody");
  if (!user) {
    throw new PlainFailure(
      'Postgres does not run as root and this system has no user "postgres" or "nobody": start as an ordinary user.',
    );
  }
  return user;
}

function userNamed(name: string): ServerUser | undefined {
  try {
    const ask = (flag: string) =>
      Number(
        execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

/** Whether the user may enter the folder. Only trying tells: each folder above it and access lists count too. */
export function mayEnter(user: ServerUser | undefined, folder: string): boolean {
  if (!user) return true;
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}
