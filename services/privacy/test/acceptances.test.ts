import { PrismaPg } from "@prisma/adapter-pg";
import { anonymous, newId, type Caller } from "@tidbok/domain";
import { AccountRegistered, connectNats } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { personalData } from "../src/personal-data.ts";
import { createStore } from "../src/store/index.ts";
import { preparePrivacy } from "./support/running.ts";

const privacy = await preparePrivacy();
const service = await privacy.build();
const identity = await connectNats({
  servers: privacy.nats.url,
  seedFile: privacy.nats.seedFile("identity"),
  name: "identity",
  log: createLogger("test", { level: "silent" }),
});

beforeAll(() => service.start());
afterAll(async () => {
  await identity.stop();
  await service.stop();
  await privacy.drop();
});

async function register(
  accountId: string,
  { eventId = newId(), aggregateVersion = 1 } = {},
): Promise<string> {
  return tellEvent(await identity.connection(), {
    id: eventId,
    definition: AccountRegistered,
    aggregateId: accountId,
    aggregateVersion,
    data: { accountId, policyVersion: "1.0" },
  });
}

function account(accountId: string): Caller {
  return {
    kind: "account",
    accountId,
    sessionId: newId(),
    isFresh: true,
    memberships: [],
    purpose: "provide.schedule",
  };
}

async function acceptancesOf(accountId: string, caller: Caller) {
  const { data, errors } = await service.ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account {
      policyAcceptances { accountId version acceptedAt policy { title } } } } }`,
    variables: { of: [{ __typename: "Account", id: accountId }] },
  });
  expect(errors).toBeUndefined();
  return data._entities[0].policyAcceptances;
}

async function registered(): Promise<string> {
  const accountId = newId();
  await register(accountId);
  await eventually(async () => (await acceptancesOf(accountId, account(accountId))).length === 1);
  return accountId;
}

test("whoever signs up sees which version they accepted, and when", async () => {
  const accountId = await registered();
  expect(await acceptancesOf(accountId, account(accountId))).toEqual([
    {
      accountId,
      version: "1.0",
      acceptedAt: expect.stringMatching(/Z$/),
      policy: { title: "Privacy policy" },
    },
  ]);
});

test("nobody else sees it: not another person, not a visitor", async () => {
  const accountId = await registered();
  expect(await acceptancesOf(accountId, account(newId()))).toBeNull();
  expect(await acceptancesOf(accountId, anonymous)).toBeNull();
});

test("an event that comes twice records one acceptance, and so do two events of one account", async () => {
  const accountId = newId();
  const eventId = await register(accountId);
  await register(accountId, { eventId });
  // An aggregate's events come in order: once this one was heard, so were those before it.
  const last = await register(accountId, { aggregateVersion: 2 });
  await eventually(async () => {
    const { rows } = await privacy.rows.query("SELECT 1 FROM inbox WHERE event_id = $1", [last]);
    return rows.length === 1;
  });
  expect(await acceptancesOf(accountId, account(accountId))).toHaveLength(1);
});

test("an acceptance is handed out; erasing leaves that it happened and not whose it was", async () => {
  const accountId = await registered();
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: privacy.database.url }),
  });
  const parts = { store: createStore(prisma) };
  const count = async () =>
    (await privacy.rows.query("SELECT count(*)::int AS count FROM policy_acceptance")).rows[0]
      .count;
  const before = await count();
  expect(await personalData.exportSubject(parts, accountId)).toEqual({
    policy_acceptance: [{ version: "1.0", acceptedAt: expect.stringMatching(/Z$/) }],
  });
  expect(await personalData.eraseSubject(parts, accountId)).toBe(1);
  expect(await personalData.residue(parts, accountId)).toBe(0);
  expect(await personalData.eraseSubject(parts, accountId)).toBe(0);
  expect(await count()).toBe(before);
  await prisma.$disconnect();
});
