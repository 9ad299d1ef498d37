import { readFile, stat, writeFile } from "node:fs/promises";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectNats } from "../src/nats/connect-nats.ts";
import { createNatsKey, natsPublicKey } from "../src/nats/nats-key.ts";
import { keptLog, quiet } from "./support/nats-users.ts";

let server: TestNats;

beforeAll(async () => {
  server = await testNats();
});
afterAll(() => server.drop());

test("a service starts without a server, and is connected when it comes", async () => {
  await server.kill();
  const log = keptLog();
  const nats = await connectNats({
    servers: server.url,
    seedFile: server.seedFile("billing"),
    name: "billing",
    log,
  });
  expect(nats.isConnected()).toBe(false);
  await server.start();
  await nats.connection();
  expect(nats.isConnected()).toBe(true);
  await server.kill();
  await eventually(() => !nats.isConnected());
  await server.start();
  await eventually(() => nats.isConnected());
  await nats.stop();
  expect(nats.isConnected()).toBe(false);
  expect(log.messages).toEqual([
    "nats is not there yet",
    "nats is there",
    "nats is gone",
    "nats is back",
  ]);
});

test("who stops before the server came does not wait for it", async () => {
  const nats = await connectNats({
    servers: "nats://127.0.0.1:1",
    seedFile: server.seedFile("billing"),
    name: "billing",
    log: quiet,
  });
  const connection = nats.connection();
  await nats.stop();
  await nats.stop();
  await expect(connection).rejects.toThrow("Stopped before NATS was there.");
});

test("who stops while the server is away is stopped", async () => {
  const nats = await connectNats({
    servers: server.url,
    seedFile: server.seedFile("billing"),
    name: "billing",
    log: quiet,
  });
  await nats.connection();
  await server.kill();
  await eventually(() => !nats.isConnected());
  await nats.stop();
  await server.start();
});

test("a seed file that is missing is a mistake at the start", async () => {
  const options = {
    servers: server.url,
    seedFile: "/nowhere",
    name: "billing" as const,
    log: quiet,
  };
  await expect(connectNats(options)).rejects.toThrow("ENOENT");
});

test("a fresh key's seed is its owner's only, is not overwritten, and may end in a line break", async () => {
  const file = `${server.seedFile("admin")}.fresh`;
  const publicKey = await createNatsKey(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(createNatsKey(file)).rejects.toThrow("EEXIST");
  await writeFile(file, `${await readFile(file, "utf8")}\n`);
  expect(await natsPublicKey(file)).toBe(publicKey);
});
