import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { connectNats, streamOf } from "@tidbok/events";
import { provided } from "@tidbok/testing";
import { expect, test } from "vitest";
import { moveStreams } from "../src/nats/move-streams.ts";
import { startNats } from "../src/nats/start-nats.ts";
import { freePort } from "../src/ports.ts";

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

test("an older installation keeps the events in its streams when each user gets an account", async () => {
  const { nats } = provided();
  const folder = await mkdtemp(join(tmpdir(), "tidbok-move-"));
  const [storeDir, configFile] = [join(folder, "store"), join(folder, "nats.conf")];
  const port = await freePort();
  const start = async (config: string) => {
    await writeFile(configFile, config);
    return startNats({ server: nats.program, configFile, port, logFile: join(folder, "nats.log") });
  };

  const old = await start(`listen: "127.0.0.1:${port}"\njetstream { store_dir: "${storeDir}" }\n`);
  const anyone = await connect({ servers: old.url });
  const manager = await jetstreamManager(anyone);
  const stream = streamOf("identity");
  await manager.streams.add({ name: stream, subjects: ["identity.>"] });
  await manager.consumers.add(stream, { durable_name: "billing", ack_policy: "explicit" });
  await jetstream(anyone).publish("identity.account.registered", "{}");
  await anyone.close();
  await old.stop();

  await moveStreams(storeDir);
  await moveStreams(storeDir);
  const config = nats.config
    .replace(`127.0.0.1:${nats.port}`, `127.0.0.1:${port}`)
    .replace(JSON.stringify(nats.storeDir), JSON.stringify(storeDir));
  const now = await start(config);
  const billing = await connectNats({
    servers: now.url,
    seedFile: nats.seedFiles["billing"] ?? "",
    name: "billing",
    log,
  });
  const { consumers } = jetstream(await billing.connection(), { apiPrefix: "streams.API" });
  const message = await (await consumers.get(stream, "billing")).next({ expires: 10_000 });
  expect(message?.subject).toBe("identity.account.registered");
  await billing.stop();
  await now.stop();
  await rm(folder, { recursive: true, force: true });
});
