import { anonymous, newId, type Caller, type Role } from "@tidbok/domain";
import { afterAll, expect, test } from "vitest";
import { preparePrivacy } from "./support/running.ts";

const privacy = await preparePrivacy();
const service = await privacy.build();
afterAll(async () => {
  await service.stop();
  await privacy.drop();
});

const mutation = `mutation ($input: SetRetentionInput!) { setRetention(input: $input) { bookingDays setAt } }`;

function member(organizationId: string, role: Role, isFresh = true): Caller {
  return {
    kind: "account",
    accountId: newId(),
    sessionId: newId(),
    isFresh,
    memberships: [{ organizationId, role }],
    purpose: "provide.schedule",
  };
}

const set = (caller: Caller, organizationId: string, bookingDays?: number | null) =>
  service.ask(caller, { query: mutation, variables: { input: { organizationId, bookingDays } } });

async function seen(caller: Caller, id: string) {
  const { data, errors } = await service.ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { retention { bookingDays setAt } } } }`,
    variables: { of: [{ __typename: "Organization", id }] },
  });
  expect(errors).toBeUndefined();
  return data._entities[0].retention;
}

async function told(organizationId: string) {
  const { rows } = await privacy.rows.query(
    "SELECT aggregate_version::int AS version, data FROM outbox WHERE organization_id = $1 ORDER BY seq",
    [organizationId],
  );
  return rows;
}

test("an owner sets how long bookings are kept, members see it, and each change is told once in order", async () => {
  const id = newId();
  const owner = member(id, "OWNER");
  expect(await seen(owner, id)).toEqual({ bookingDays: null, setAt: null });
  for (const days of [30, 30, null, 7]) {
    const answer = await set(owner, id, days);
    expect(answer.data.setRetention.bookingDays).toBe(days);
  }
  const { setAt, ...retention } = await seen(member(id, "MEMBER"), id);
  expect(retention).toEqual({ bookingDays: 7 });
  expect(Date.parse(setAt)).toBeGreaterThan(Date.now() - 60_000);
  expect(await told(id)).toEqual([
    { version: 1, data: { organizationId: id, bookingDays: 30 } },
    { version: 2, data: { organizationId: id, bookingDays: null } },
    { version: 3, data: { organizationId: id, bookingDays: 7 } },
  ]);
});

test("ten owners' clicks at once leave the rule that was told last", async () => {
  const id = newId();
  const owner = member(id, "OWNER");
  await Promise.all(Array.from({ length: 10 }, (_, i) => set(owner, id, i + 1)));
  const events = await told(id);
  expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1));
  expect((await seen(owner, id)).bookingDays).toBe(events.at(-1).data.bookingDays);
});

test("who is not the owner, or logged in long ago, sets nothing; a visitor reads before booking how long bookings are kept", async () => {
  const id = newId();
  const code = async (caller: Caller, days: number | null = 30) =>
    (await set(caller, id, days)).errors?.[0]?.extensions.code;
  expect(await code(member(id, "ADMIN"))).toBe("FORBIDDEN");
  expect(await code(member(id, "OWNER", false))).toBe("FRESH_LOGIN_REQUIRED");
  expect(await code(member(newId(), "OWNER"))).toBe("NOT_FOUND");
  expect(await code(anonymous)).toBe("NOT_FOUND");
  for (const absurd of [0, -1, 3_651]) {
    expect(await code(member(id, "OWNER"), absurd)).toBe("INVALID_INPUT");
  }
  expect(await told(id)).toEqual([]);
  await set(member(id, "OWNER"), id, 30);
  for (const caller of [member(newId(), "OWNER"), anonymous]) {
    expect(await seen(caller, id)).toMatchObject({ bookingDays: 30 });
  }
});
