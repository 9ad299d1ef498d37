import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes one folder the temporary folder of this process and all that it starts, and takes it away at the end: what a
 * test writes and forgets is gone with the run. May be called again.
 */
export function oneTemporaryFolder(): void {
  if (process.env.TIDBOK_RUN_FOLDER) return;
  const folder = mkdtempSync(join(tmpdir(), "tidbok-tests-"));
  // Postgres may run as another user, which must be able to pass through.
  chmodSync(folder, 0o711);
  process.env.TIDBOK_RUN_FOLDER = folder;
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}
