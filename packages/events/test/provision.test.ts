import { jetstreamManager } from "@nats-io/jetstream";
import { nanos } from "@nats-io/transport-node";
import { serviceNames } from "@tidbok/domain";
import { provided, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertServer } from "../src/nats/assert-server.ts";
import { natsPublicKey } from "../src/nats/nats-key.ts";
import { apiPrefix, natsUsers } from "../src/nats/nats-permissions.ts";
import { provision } from "../src/nats/provision.ts";
import { renderNatsConfig, type NatsPublicKeys } from "../src/nats/render-nats-config.ts";
import { listenersOf, streamOf } from "../src/nats/topology.ts";
import { keptLog, natsUsersOf, quiet } from "./support/nats-users.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;

beforeAll(async () => {
  const { seedFiles } = provided().nats;
  const keys = natsUsers.map(async (user) => [user, await natsPublicKey(seedFiles[user]!)]);
  const publicKeys = Object.fromEntries(await Promise.all(keys)) as NatsPublicKeys;
  // Without any stream, so that this test makes them.
  server = await testNats({ configure: (place) => renderNatsConfig({ ...place, publicKeys }) });
  users = natsUsersOf(server);
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

async function managerOf() {
  const connection = await (await users.as("admin")).connection();
  return jetstreamManager(connection, { checkAPI: false, apiPrefix });
}

test("every service gets a stream, and every listener a consumer on it; twice changes nothing", async () => {
  const nats = await users.as("admin");
  await provision({ nats, log: quiet });
  await provision({ nats, log: quiet });
  const manager = await managerOf();
  for (const service of serviceNames) {
    const { config, state } = await manager.streams.info(streamOf(service));
    expect(config).toMatchObject({
      subjects: [`${service}.>`],
      storage: "file",
      discard: "new",
      max_age: nanos(30 * 24 * 3_600_000),
      duplicate_window: nanos(600_000),
      deny_delete: true,
      deny_purge: true,
    });
    expect(state.consumer_count).toBe(listenersOf(service).length);
    for (const listener of listenersOf(service)) {
      const consumer = await manager.consumers.info(streamOf(service), listener);
      expect(consumer.config).toMatchObject({
        ack_policy: "explicit",
        deliver_policy: "all",
        ack_wait: nanos(30_000),
        max_deliver: -1,
      });
    }
  }
});

test("a setting that has changed is brought up to date", async () => {
  const nats = await users.as("admin");
  await provision({ nats, log: quiet, maxBytes: 2 ** 24 });
  const manager = await managerOf();
  expect((await manager.streams.info("BILLING")).config.max_bytes).toBe(2 ** 24);
});

test("a server that does not take a setting is noticed", async () => {
  const nats = await users.as("admin");
  // One server alone cannot keep three copies.
  await expect(provision({ nats, log: quiet, replicas: 3 })).rejects.toThrow(/replicas/);
});

test("a server without JetStream or before 2.10 is refused, one before 2.14 gets a warning", () => {
  const info = (version: string, jetstream = true) => ({ info: { version, jetstream } as never });
  expect(() => assertServer(info("2.15.1", false), quiet)).toThrow("no JetStream");
  expect(() => assertServer(info("2.9.10"), quiet)).toThrow("too old");
  const log = keptLog();
  assertServer(info("2.15.1"), log);
  assertServer(info("3.0.0"), log);
  expect(log.messages).toHaveLength(0);
  assertServer(info("2.12.1"), log);
  expect(log.messages).toHaveLength(1);
});
