import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

const root = new URL("../../", import.meta.url);

export function inRoot(path) {
  return fileURLToPath(new URL(path, root));
}

// The programs that we start must not report to their vendors.
const quiet = {
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  NO_UPDATE_NOTIFIER: "1",
  npm_config_update_notifier: "false",
  // Compiled once, not at every start.
  NODE_COMPILE_CACHE: inRoot("node_modules/.tidbok/compile-cache"),
};

/** Runs a program in the root to its end, with our terminal or into the open file `output`; resolves with its exit code. */
export function run(command, args, { env = {}, output = "inherit" } = {}) {
  const child = spawn(command, args, {
    cwd: inRoot("."),
    env: { ...process.env, ...quiet, ...env },
    stdio: ["ignore", output, output],
  });
  // Ctrl-C reaches the child by itself, being in the terminal's group; we stay until it has put everything away.
  const stay = () => undefined;
  const forward = (signal) => child.kill(signal);
  process.on("SIGINT", stay);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", () =>
      reject(new Failure(`${command} cannot be run: is it installed, and may you run it?`)),
    );
    child.once("exit", (code, signal) => {
      process.off("SIGINT", stay);
      for (const name of ["SIGTERM", "SIGHUP"]) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
