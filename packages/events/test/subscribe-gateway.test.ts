import { newId } from "@tidbok/domain";
import { eventually, testNats } from "@tidbok/testing";
import { expect, test } from "vitest";
import type { Envelope } from "../src/define/envelope.ts";
import { subscribeGateway } from "../src/hear/subscribe-gateway.ts";
import { gatewaySubscriptions } from "../src/nats/gateway-subscriptions.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

test("the gateway forgets at once whose session ended, and everything when it may have missed an event", async () => {
  const server = await testNats();
  const users = natsUsersOf(server);
  const forgotten: string[] = [];
  let missed = 0;
  const gateway = await users.as("gateway");
  const listening = subscribeGateway({
    nats: gateway,
    forget: (id) => forgotten.push(id),
    forgetAll: () => missed++,
    log: quiet,
  });
  await (await gateway.connection()).flush();
  expect(missed).toBe(1);

  const [sessionId, accountId] = [newId(), newId()];
  const ended: Envelope = {
    id: newId(),
    type: "identity.session.ended",
    schemaVersion: 1,
    organizationId: null,
    aggregateId: sessionId,
    aggregateVersion: 1,
    occurredAt: new Date(0).toISOString(),
    traceparent: null,
    data: { sessionId, accountId },
  };
  const identity = await (await users.as("identity")).connection();
  identity.publish(ended.type, JSON.stringify(ended));
  await eventually(() => forgotten.length === 1);
  expect(forgotten).toEqual([accountId]);

  identity.publish(ended.type, "no event");
  await eventually(() => missed === 2);
  identity.publish(ended.type, JSON.stringify({ ...ended, data: { sessionId } }));
  await eventually(() => missed === 3);

  await server.kill();
  await server.start();
  await eventually(() => missed === 4);
  expect(forgotten).toEqual([accountId]);
  await listening.stop();
  await users.stop();
  await server.drop();
});

test("an event says whose data are forgotten, and data that do not match say so", () => {
  const [account, app, agent, organization] = [newId(), newId(), newId(), newId()];
  const forgets = (type: string, data: object) =>
    gatewaySubscriptions.find(({ event }) => event.type === type)?.forgets(data);
  expect(
    forgets("identity.member.left", { organizationId: organization, accountId: account }),
  ).toBe(account);
  expect(forgets("identity.access.changed", { appId: app, accountId: account })).toBe(account);
  expect(forgets("identity.access.changed", { appId: app, accountId: null })).toBe(app);
  const access = { supportAccessId: newId(), staffId: agent, accountId: account };
  expect(forgets("identity.support-access.ended", access)).toBe(agent);
  expect(forgets("identity.access.changed", {})).toBeNull();
  expect(forgets("identity.session.ended", { accountId: "undefined" })).toBeNull();
});
