import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appForm, newOwner, registerApp } from "./support/app-operations.ts";
import { form, newPerson, startIdentity, type Identity } from "./support/start-identity.ts";

// What nobody gives themselves by writing it beside what they may write.
const wanted: Readonly<Record<string, unknown>> = {
  id: newId(),
  accountId: newId(),
  ownerId: newId(),
  organizationId: newId(),
  email: "mine@example.test",
  emailIndex: "x",
  role: "OWNER",
  slug: "mine",
  isEmailVerified: true,
  verifiedAt: "2027-01-01T00:00:00Z",
  createdAt: "2020-01-01T00:00:00Z",
  deactivatedAt: null,
  closesAt: null,
  passwordHash: "x",
  password: "krysantemum i regn",
  memberships: [{ role: "OWNER" }],
  isStaff: true,
  isFresh: true,
  purpose: "SUPPORT",
  isConfidential: false,
  approvals: [{ scope: "attendees.email:read" }],
  secret: "x",
  acceptedPolicyVersion: "0",
  constructor: { role: "OWNER" },
};

let identity: Identity;
let owner: Awaited<ReturnType<typeof newOwner>>;
let appId: string;
beforeAll(async () => {
  identity = await startIdentity();
  owner = await newOwner(identity, "owner");
  appId = (await registerApp(identity, owner.caller, appForm(owner.organizationId))).id;
});
afterAll(() => identity.stop());

type Case = {
  readonly mutation: string;
  /** What is right to write, so that nothing but the rest is refused. */
  readonly right: () => object;
  readonly as?: "VISITOR";
};

const cases: readonly Case[] = [
  { mutation: "updateProfile", right: () => ({ name: "Astrid Berg" }) },
  {
    mutation: "updateOrganization",
    right: () => ({ organizationId: owner.organizationId, name: "New name" }),
  },
  {
    mutation: "createOrganization",
    right: () => ({ name: "New", slug: "new", timeZone: "Europe/Stockholm", locale: "sv" }),
  },
  { mutation: "signUp", right: () => form("fresh@example.test"), as: "VISITOR" },
  {
    mutation: "inviteMember",
    right: () => ({
      organizationId: owner.organizationId,
      email: "i@example.test",
      role: "MEMBER",
    }),
  },
  { mutation: "registerApp", right: () => appForm(owner.organizationId) },
  { mutation: "updateApp", right: () => ({ appId, name: "Renamed" }) },
  {
    mutation: "changeMemberRole",
    right: () => ({ organizationId: owner.organizationId, accountId: owner.id, role: "OWNER" }),
  },
  {
    mutation: "createPersonalToken",
    right: () => ({ name: "Nightly", scopes: ["profile:read"], lifetimeDays: 1 }),
  },
];

const tables = [
  "account",
  "organization",
  "membership",
  "invitation",
  "app",
  "app_scope",
  "outbox",
];
async function everything(): Promise<unknown> {
  const hashes = tables.map(
    (table) =>
      `(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t) AS ${table}`,
  );
  return (await identity.sql.query(`SELECT ${hashes.join(", ")}`)).rows;
}

/** The fields that an input type has, by the schema itself. */
async function fieldsOf(mutation: string): Promise<readonly string[]> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data } = await identity.ask(
    owner.caller,
    "query ($type: String!) { __type(name: $type) { inputFields { name } } }",
    { type },
  );
  return (data.__type.inputFields as { name: string }[]).map(({ name }) => name);
}

describe.each(cases)("$mutation", ({ mutation, right, as }) => {
  const send = (input: object) =>
    identity.mutate(as === "VISITOR" ? anonymous : owner.caller, [mutation, "__typename"], input);

  test("takes nothing that it does not name, one or all at once, and changes nothing then", async () => {
    const named = await fieldsOf(mutation);
    const foreign = Object.entries(wanted).filter(([name]) => !named.includes(name));
    expect(foreign.length).toBeGreaterThan(15);
    const before = await everything();
    for (const [name, value] of foreign) {
      const { code, value: done } = await send({ ...right(), [name]: value });
      expect([name, code, done ?? null]).toEqual([name, "BAD_REQUEST", null]);
    }
    expect((await send({ ...right(), ...Object.fromEntries(foreign) })).code).toBe("BAD_REQUEST");
    expect(await everything()).toEqual(before);
  });

  test("takes the same without it", async () => {
    expect((await send(right())).code).toBeUndefined();
  });
});

test("what a document names beside the input is no way in either", async () => {
  const before = await everything();
  for (const text of [
    'mutation { updateProfile(input: { name: "X", role: "OWNER" }) { id } }',
    'mutation { updateProfile(input: { name: "X" }, accountId: "1") { id } }',
    'mutation { updateProfile(input: { name: "X", name: "Y", email: "z" }) { id } }',
  ]) {
    const { errors } = await identity.ask(owner.caller, text);
    expect(errors?.length).toBeGreaterThan(0);
  }
  expect(await everything()).toEqual(before);
});

test("a person who signs up is neither verified nor anybody's member, whatever the form said", async () => {
  const person = await newPerson(identity, { email: "plain@example.test" });
  const { data } = await identity.ask(person.caller, "{ me { memberships { role } } }");
  expect(data.me.memberships).toEqual([]);
});
