import { newId } from "@tidbok/domain";
import { eventually, testNats } from "@tidbok/testing";
import { expect, test } from "vitest";
import type { Envelope } from "../src/define/envelope.ts";
import { overhear } from "../src/hear/overhear.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";

test("the gateway hears at once of an ended session, and knows when it may have missed one", async () => {
  const server = await testNats();
  const users = natsUsersOf(server);
  const heard: Envelope[] = [];
  let missed = 0;
  const gateway = await users.as("gateway");
  const listening = overhear({
    nats: gateway,
    hear: (event) => heard.push(event),
    missed: () => missed++,
    log: quiet,
  });
  await (await gateway.connection()).flush();
  expect(missed).toBe(1);

  const sessionId = newId();
  const ended: Envelope = {
    id: newId(),
    type: "identity.session.ended",
    schemaVersion: 1,
    organizationId: null,
    aggregateId: sessionId,
    aggregateVersion: 1,
    occurredAt: new Date(0).toISOString(),
    traceparent: null,
    data: { sessionId, accountId: newId() },
  };
  const identity = await (await users.as("identity")).connection();
  identity.publish(ended.type, JSON.stringify(ended));
  await eventually(() => heard.length === 1);
  expect(heard).toEqual([ended]);

  identity.publish(ended.type, "no event");
  await eventually(() => missed === 2);

  await server.kill();
  await server.start();
  await eventually(() => missed === 3);
  await listening.stop();
  await users.stop();
  await server.drop();
});
