import { anonymous, newId, type Caller } from "@tidbok/domain";
import { connectNats, EntitlementsChanged, OrganizationCreated } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, startService, tellEvent, testNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { createServer } from "../src/server.ts";

const now = Date.parse("2027-02-01T09:00:00Z");
const nats = await testNats();
const billing = await startService({ name: "billing", readConfig, createServer, nats, now });
const { service, ask } = billing;
const rows = billing.database.pool;
const identity = await connectNats({
  servers: nats.url,
  seedFile: nats.seedFile("identity"),
  name: "identity",
  log: createLogger("test", { level: "silent" }),
});

beforeAll(() => service.start());
afterAll(async () => {
  await identity.stop();
  await billing.stop();
  await nats.drop();
});

async function createOrganization(
  organizationId: string,
  { eventId = newId(), aggregateVersion = 1 } = {},
): Promise<string> {
  return tellEvent(await identity.connection(), {
    id: eventId,
    definition: OrganizationCreated,
    aggregateId: organizationId,
    aggregateVersion,
    organizationId,
    data: { organizationId, ownerId: newId() },
  });
}

function member(organizationId: string): Caller {
  return {
    kind: "account",
    accountId: newId(),
    sessionId: newId(),
    isFresh: true,
    memberships: [{ organizationId, role: "MEMBER" }],
    purpose: "provide.schedule",
  };
}

async function subscriptionOf(organizationId: string, caller: Caller) {
  const answer = await ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
      id subscription { plan state startedAt entitlements { activeMeetingTypes } } } } }`,
    variables: { of: [{ __typename: "Organization", id: organizationId, secret: "not repeated" }] },
  });
  expect(answer.errors).toBeUndefined();
  return answer.data._entities[0];
}

test("a new organization is on the plan FREE, and its members see it", async () => {
  const organizationId = newId();
  await createOrganization(organizationId);
  const seen = await eventually(async () => {
    const found = await subscriptionOf(organizationId, member(organizationId));
    return found.subscription && found;
  });
  expect(seen).toEqual({
    id: organizationId,
    subscription: {
      plan: "FREE",
      state: "ACTIVE",
      startedAt: "2027-02-01T09:00:00.000Z",
      entitlements: { activeMeetingTypes: 3 },
    },
  });
});

test("the change of entitlements is told in the transaction that starts the subscription, once", async () => {
  const organizationId = newId();
  const eventId = await createOrganization(organizationId);
  await createOrganization(organizationId, { eventId });
  // An aggregate's events come in order: once this one was heard, so was the repetition before it.
  const last = await createOrganization(organizationId, { aggregateVersion: 2 });
  await eventually(async () => (await heard(last)) === 1);
  expect(await told(organizationId)).toEqual([
    {
      type: EntitlementsChanged.type,
      organization_id: organizationId,
      data: { organizationId, plan: "FREE", activeMeetingTypes: 3 },
    },
  ]);
});

async function heard(eventId: string): Promise<number> {
  const { rows: found } = await rows.query("SELECT 1 FROM inbox WHERE event_id = $1", [eventId]);
  return found.length;
}

async function told(organizationId: string) {
  const { rows: found } = await rows.query(
    "SELECT type, organization_id, data FROM outbox WHERE aggregate_id = $1",
    [organizationId],
  );
  return found;
}

test("whoever does not belong to the organization sees no subscription, as if there were none", async () => {
  const organizationId = newId();
  await createOrganization(organizationId);
  await eventually(async () => (await told(organizationId)).length === 1);
  for (const caller of [anonymous, member(newId())]) {
    expect(await subscriptionOf(organizationId, caller)).toEqual({
      id: organizationId,
      subscription: null,
    });
  }
});

test("an organization that billing has not heard of has no subscription yet", async () => {
  const organizationId = newId();
  expect(await subscriptionOf(organizationId, member(organizationId))).toEqual({
    id: organizationId,
    subscription: null,
  });
});

test("without a caller token nothing is answered", async () => {
  const response = await service.app.inject({
    method: "POST",
    url: "/graphql",
    payload: { query: "{ _service { sdl } }" },
  });
  expect(response.statusCode).toBe(401);
});
