import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { natsUsers, renderNatsConfig } from "@tidbok/events";
import type { Provided } from "@tidbok/testing";
import { findNatsServer } from "../nats/find-nats-server.ts";
import { ensureNatsKeys, natsSeedFile } from "../nats/nats-users.ts";
import { provisionStreams } from "../nats/provision-streams.ts";
import { startNats } from "../nats/start-nats.ts";
import { toolsDir } from "../places.ts";
import { freePort } from "../ports.ts";

/** Everything of which a test file starts a NATS server of its own, streams included. */
export async function prepareNats(folder: string): Promise<Provided["nats"]> {
  const program = await findNatsServer({ toolsDir, say: (line) => console.log(line) });
  const keysDir = join(folder, "keys");
  const storeDir = join(folder, "store");
  const configFile = join(folder, "nats.conf");
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const config = renderNatsConfig({ publicKeys: await ensureNatsKeys(keysDir), port, storeDir });
  await writeFile(configFile, config, { mode: 0o600 });

  const logFile = join(folder, "nats.log");
  const server = await startNats({ server: program, configFile, port, logFile });
  try {
    await provisionStreams(server.url, natsSeedFile(keysDir, "admin"));
  } finally {
    await server.stop();
  }
  const seedFiles = Object.fromEntries(
    natsUsers.map((user) => [user, natsSeedFile(keysDir, user)]),
  );
  return { program, config, port, storeDir, seedFiles };
}
