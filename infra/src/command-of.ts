import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The command line of a process; empty when it does not live. */
export function commandOf(pid: number): string {
  try {
    // Linux tells without a program: small systems have no ps.
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    }
    return execFileSync("ps", ["-o", "args=", "-ww", "-p", String(pid)], {
      encoding: "utf8",
    }).trim();
  } catch {
    return "";
  }
}
