import { spawn, spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";

/** How each shell is started as in a terminal: it reads commands one by one, and none of the user's own settings. */
export const shells = {
  bash: ["--norc", "--noprofile", "-i"],
  zsh: ["-f", "-i"],
  dash: ["-i"],
} as const;

export type Shell = keyof typeof shells;

export function isInstalled(shell: Shell): boolean {
  return spawnSync(shell, ["-c", "exit 0"]).status === 0;
}

export type Pasting = {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Pastes lines into a fresh terminal of a shell; what the commands printed, and what went wrong. */
export async function paste(shell: Shell, lines: string, { folder, env = {} }: Pasting) {
  const { PATH = "", HOME = "" } = process.env;
  const terminal = spawn(shell, shells[shell], {
    cwd: folder,
    env: { PATH, HOME, PS1: "", PS2: "", ...env },
  });
  terminal.stdin.end(`${lines}\nexit\n`);
  const [printed, wrong] = await Promise.all([text(terminal.stdout), text(terminal.stderr)]);
  return { printed, wrong };
}
