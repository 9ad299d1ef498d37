import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandOf } from "../command-of.ts";
import { clearRun } from "./clear-run.ts";

const prefix = "tidbok-tests-";

/**
 * Makes one folder the temporary folder of this process and all that it starts. At the end, also after Ctrl-C, it goes
 * with everything that still runs in it; what a killed run left goes first. May be called again.
 */
export function oneTemporaryFolder(): void {
  if (process.env.TIDBOK_RUN_FOLDER) return;
  clearKilledRuns(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // Postgres may run as another user, which must be able to pass through.
  chmodSync(folder, 0o711);
  const { pid } = process;
  writeFileSync(join(folder, "owner.json"), JSON.stringify({ pid, command: commandOf(pid) }));
  process.env.TIDBOK_RUN_FOLDER = folder;
  process.env.TMPDIR = folder;
  process.once("exit", () => clearRun(folder));
  // Vitest ends by itself on the other signals.
  process.once("SIGHUP", () => process.exit(129));
}

function clearKilledRuns(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const folder = join(parent, name);
    const owner = ownerOf(folder);
    if (owner === undefined || commandOf(owner.pid) === owner.command) continue;
    clearRun(folder);
    process.stdout.write(`Removed what an interrupted run of the tests had left: ${folder}\n`);
  }
}

// A folder without an owner is being made just now, or is not ours.
function ownerOf(folder: string): { readonly pid: number; readonly command: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "owner.json"), "utf8")) as ReturnType<
      typeof ownerOf
    >;
  } catch {
    return undefined;
  }
}
