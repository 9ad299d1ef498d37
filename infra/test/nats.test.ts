import { jetstream } from "@nats-io/jetstream";
import { connectNats, streamOf } from "@tidbok/events";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
let nats: TestNats;

beforeAll(async () => {
  nats = await testNats();
});

afterAll(() => nats.drop());

const connectAs = (name: "identity") =>
  connectNats({ servers: nats.url, seedFile: nats.seedFile(name), name, log });

test("a service may tell its own events and nobody else's", async () => {
  const identity = await connectAs("identity");
  const connection = await identity.connection();
  const told = await jetstream(connection).publish("identity.account.registered", "{}");
  expect(told.stream).toBe(streamOf("identity"));

  await expect(
    jetstream(connection).publish("billing.entitlements.changed", "{}", { timeout: 500 }),
  ).rejects.toThrow();
  await identity.stop();
});

test("what NATS acknowledged is there after a crash", async () => {
  const identity = await connectAs("identity");
  const first = await jetstream(await identity.connection()).publish("identity.a.b", "{}");
  await nats.kill();
  await nats.start();
  const second = await eventually(async () =>
    jetstream(await identity.connection()).publish("identity.a.b", "{}", { timeout: 500 }),
  );
  expect(second.seq).toBe(first.seq + 1);
  await identity.stop();
});
