import { jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { serviceNames } from "@tidbok/domain";
import { testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAnswering } from "../src/ask/start-answering.ts";
import { apiPrefix } from "../src/nats/nats-permissions.ts";
import { listenersOf, streamOf } from "../src/nats/topology.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;
let billing: NatsConnection;

beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
  billing = await (await users.as("billing")).connection();
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

/** All streams, with their messages and consumers. */
async function state() {
  const admin = await (await users.as("admin")).connection();
  const { streams } = await jetstreamManager(admin, { checkAPI: false, apiPrefix });
  const infos = serviceNames.map(async (service) => {
    const { messages, consumer_count: consumers } = (await streams.info(streamOf(service))).state;
    return [service, { messages, consumers }];
  });
  return Object.fromEntries(await Promise.all(infos));
}

// A request names the subject of its answer, and the server checks no permission for it. In one account with all others
// a service could publish another's events in this way, empty its inbox, and order JetStream to delete a stream.
const foreign = [
  "privacy.policy.published",
  "$JS.API.STREAM.DELETE.PRIVACY",
  `${apiPrefix}.STREAM.DELETE.PRIVACY`,
  "$JS.API.CONSUMER.DELETE.IDENTITY.privacy",
  `${apiPrefix}.CONSUMER.DELETE.IDENTITY.privacy`,
  "_INBOX_privacy.stolen",
];

test.each(foreign)("no answer that a service asks for goes to %s", async (reply) => {
  const privacy = await (await users.as("privacy")).connection();
  const stolen: string[] = [];
  privacy.subscribe("_INBOX_privacy.>", {
    callback: (_, { subject }) => void stolen.push(subject),
  });
  const gateway = startAnswering({
    nats: await users.as("gateway"),
    log: quiet,
    answer: async () => ({ data: {} }),
  });
  await (await (await users.as("gateway")).connection()).flush();
  const identity = await (await users.as("identity")).connection();
  // There is an event to pull.
  await identity.request("identity.account.registered", "{}");
  const before = await state();

  const next = `${apiPrefix}.CONSUMER.MSG.NEXT.IDENTITY.billing`;
  const orders = [
    [next, JSON.stringify({ batch: 1, no_wait: true })],
    // Nothing is left: the server answers with an empty message, which JetStream takes as an order to delete.
    [next, JSON.stringify({ batch: 1_000, no_wait: true })],
    [next, JSON.stringify({ batch: 1, no_wait: true })],
    [`${apiPrefix}.CONSUMER.INFO.IDENTITY.billing`, ""],
    ["ask.billing.Anything", '{"variables":{}}'],
    ["billing.invoice.sent", "{}"],
  ] as const;
  for (const [subject, payload] of orders) billing.publish(subject, payload, { reply });
  // The server works in order: what an honest request gets comes after all that was ordered before.
  await billing.request(`${apiPrefix}.CONSUMER.INFO.IDENTITY.billing`);
  await billing.request("ask.billing.Anything", '{"variables":{}}', { timeout: 10_000 });
  const { billing: own, ...others } = await state();
  await privacy.flush();

  const { billing: ownBefore, ...othersBefore } = before;
  expect(others).toEqual(othersBefore);
  expect(own.messages).toBe(ownBefore.messages + 1);
  expect(others.identity.consumers).toBe(listenersOf("identity").length);
  expect(stolen).toEqual([]);
  await gateway.stop();
});
