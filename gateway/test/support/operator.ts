import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runningPlatform } from "./running-platform.ts";

const commandLine = fileURLToPath(
  new URL("../../../services/identity/src/staff-main.ts", import.meta.url),
);

/** What an operator types, with the environment of the service that runs. */
export async function staffCommand(...typed: readonly string[]): Promise<Record<string, string>> {
  const { pid } = runningPlatform().services["identity"] ?? {};
  const pairs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  const env = Object.fromEntries(
    pairs.map((pair) => [pair.split("=")[0], pair.replace(/^[^=]*=/, "")]),
  );
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, ...typed], { env });
  return JSON.parse(stdout) as Record<string, string>;
}
