import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Provided } from "@tidbok/testing";
import { findNatsServer } from "../nats/find-nats-server.ts";
import { toolsDir } from "../places.ts";

/** Everything of which a test file starts a NATS server of its own. */
export async function prepareNats(folder: string): Promise<Provided["nats"]> {
  const program = await findNatsServer({ toolsDir, say: (line) => console.log(line) });
  const storeDir = join(folder, "store");
  const configFile = join(folder, "nats.conf");
  await mkdir(storeDir, { recursive: true });
  await writeFile(configFile, "");
  return { program, configFile, storeDir, seedFiles: {} };
}
