import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { errors } from "@nats-io/transport-node";
import { serviceNames } from "@tidbok/domain";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectNats } from "../src/nats/connect-nats.ts";
import { createNatsKey } from "../src/nats/nats-key.ts";
import {
  apiPrefix,
  inboxPrefixOf,
  natsUsers,
  type NatsUser,
} from "../src/nats/nats-permissions.ts";
import { hears, streamOf } from "../src/nats/topology.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

/** The server's verdict on a publication, which it sends as an error of the connection. */
async function mayPublish(name: NatsUser, subject: string): Promise<boolean> {
  const connection = await (await users.as(name)).connection();
  const refused = (async () => {
    for await (const status of connection.status()) {
      if (status.type === "error" && status.error instanceof errors.PermissionViolationError) {
        return status.error.subject === subject;
      }
    }
    return false;
  })();
  connection.publish(subject, "{}");
  // Errors arrive before the answer to a ping that is sent afterwards.
  await connection.flush();
  return !(await Promise.race([refused, new Promise((resolve) => setTimeout(resolve, 20, false))]));
}

async function maySubscribe(name: NatsUser, subject: string, queue?: string): Promise<boolean> {
  const connection = await (await users.as(name)).connection();
  const verdict = Promise.withResolvers<boolean>();
  connection.subscribe(subject, {
    ...(queue ? { queue } : {}),
    callback: (error) => verdict.resolve(!(error instanceof errors.PermissionViolationError)),
  });
  await connection.flush();
  setTimeout(() => verdict.resolve(true), 20);
  return verdict.promise;
}

test("each service tells its own events and nobody else's", async () => {
  for (const user of natsUsers) {
    for (const service of serviceNames) {
      const may = await mayPublish(user, `${service}.noun.participle`);
      expect({ user, service, may }).toEqual({ user, service, may: user === service });
    }
  }
});

test("nobody listens to another's inbox, to all subjects, or to events outside a stream", async () => {
  for (const user of natsUsers) {
    for (const other of natsUsers) {
      const may = await maySubscribe(user, `${inboxPrefixOf(other)}.x`);
      // The gateway asks no questions and needs no inbox.
      expect({ user, other, may }).toEqual({
        user,
        other,
        may: user === other && user !== "gateway",
      });
    }
    expect(await maySubscribe(user, ">")).toBe(false);
    expect(await maySubscribe(user, "_INBOX.>")).toBe(false);
    expect(await maySubscribe(user, "scheduling.>")).toBe(false);
  }
});

test("a service reads the streams that it hears by its own consumer, and no other", async () => {
  for (const user of serviceNames) {
    for (const from of serviceNames) {
      for (const durable of serviceNames) {
        const subject = `${apiPrefix}.CONSUMER.MSG.NEXT.${streamOf(from)}.${durable}`;
        const may = await mayPublish(user, subject);
        const should = user === durable && hears[user].includes(from);
        expect({ user, from, durable, may }).toEqual({ user, from, durable, may: should });
      }
    }
  }
});

test("a service can neither read a stream past its consumer, nor change or empty one", async () => {
  for (const subject of [
    "$JS.API.STREAM.MSG.GET.IDENTITY",
    `${apiPrefix}.STREAM.MSG.GET.IDENTITY`,
    `${apiPrefix}.DIRECT.GET.IDENTITY`,
    `${apiPrefix}.STREAM.PURGE.IDENTITY`,
    `${apiPrefix}.STREAM.DELETE.IDENTITY`,
    `${apiPrefix}.STREAM.UPDATE.IDENTITY`,
    `${apiPrefix}.CONSUMER.CREATE.IDENTITY.billing`,
    `${apiPrefix}.CONSUMER.CREATE.IDENTITY.spy.identity.>`,
    `${apiPrefix}.CONSUMER.DELETE.IDENTITY.billing`,
    `${apiPrefix}.CONSUMER.PAUSE.IDENTITY.billing`,
    "$JS.ACK.IDENTITY.privacy.1.1.1.1.1",
    "$SYS.REQ.SERVER.PING",
  ]) {
    expect({ subject, may: await mayPublish("billing", subject) }).toEqual({ subject, may: false });
  }
});

test("the admin makes streams, and neither empties, deletes nor reads them", async () => {
  for (const verb of ["STREAM.PURGE", "STREAM.DELETE", "STREAM.MSG.GET", "STREAM.MSG.DELETE"]) {
    expect(await mayPublish("admin", `${apiPrefix}.${verb}.IDENTITY`)).toBe(false);
  }
  const connection = await (await users.as("admin")).connection();
  const manager = await jetstreamManager(connection, { checkAPI: false, apiPrefix });
  expect((await manager.streams.info("IDENTITY")).config.name).toBe("IDENTITY");
});

test("no message of a stream reaches the admin, whatever stream or consumer it makes", async () => {
  const connection = await (await users.as("admin")).connection();
  const read: string[] = [];
  connection.subscribe(`${inboxPrefixOf("admin")}.spy.>`, {
    callback: (_, message) => void read.push(message.subject),
  });
  const manager = await jetstreamManager(connection, { checkAPI: false, apiPrefix });
  const deliver_subject = `${inboxPrefixOf("admin")}.spy.pushed`;
  const dest = `${inboxPrefixOf("admin")}.spy.republished.>`;
  await manager.consumers.add("IDENTITY", { name: "spy", deliver_subject });
  await manager.streams.add({
    name: "SPY",
    subjects: ["spy.>"],
    sources: [{ name: "IDENTITY" }],
    republish: { src: ">", dest },
  });
  const identity = await (await users.as("identity")).connection();
  await identity.request("identity.account.registered", "{}");
  await eventually(async () => (await manager.streams.info("SPY")).state.messages > 0);
  await connection.flush();
  expect(read).toEqual([]);
});

test("a service asks in its own name only, and only gateways take questions", async () => {
  expect(await mayPublish("billing", "ask.billing.Anything")).toBe(true);
  expect(await mayPublish("billing", "ask.identity.Anything")).toBe(false);
  expect(await maySubscribe("billing", "ask.*.*", "gateway")).toBe(false);
  expect(await maySubscribe("gateway", "ask.*.*", "gateway")).toBe(true);
  // Outside the queue group a gateway would hear questions that another one answers.
  expect(await maySubscribe("gateway", "ask.*.*")).toBe(false);
});

test("the gateway hears what ends a session, and can say nothing unasked", async () => {
  expect(await maySubscribe("gateway", "identity.session.ended")).toBe(true);
  expect(await maySubscribe("gateway", "identity.account.registered")).toBe(false);
  expect(await mayPublish("gateway", "identity.session.ended")).toBe(false);
  expect(await mayPublish("gateway", "_INBOX_billing.x")).toBe(false);
});

test("who has no key of a user is not let in, and one user's key is not another's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-key-"));
  const seedFile = join(folder, "stranger.nk");
  await createNatsKey(seedFile);
  const stranger = await connectNats({
    servers: server.url,
    seedFile,
    name: "billing",
    log: quiet,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stranger.isConnected()).toBe(false);
  await stranger.stop();
  await rm(folder, { recursive: true });
});

test("a consumer of another service cannot be bound", async () => {
  const connection = await (await users.as("billing")).connection();
  const asked = jetstream(connection, { timeout: 500, apiPrefix }).consumers.get(
    "SCHEDULING",
    "integrations",
  );
  await expect(asked).rejects.toThrow();
});
