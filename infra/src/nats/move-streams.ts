import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { streamsAccount } from "@tidbok/events";

/**
 * Moves the streams of an older installation, in which all users shared the server's own account `$G`, to the account
 * that streams have now. Messages and consumers stay as they are. NATS must not run.
 */
export async function moveStreams(storeDir: string): Promise<void> {
  const old = join(storeDir, "jetstream", "$G");
  const now = join(storeDir, "jetstream", streamsAccount);
  if (existsSync(old) && !existsSync(now)) await rename(old, now);
}
