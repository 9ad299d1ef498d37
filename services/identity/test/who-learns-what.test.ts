import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  form,
  mailer,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

type Person = Awaited<ReturnType<typeof newPerson>>;
let identity: Identity;
let owner: Person;
let member: Person;
let stranger: Person;
let organizationId: string;
beforeAll(async () => {
  identity = await startIdentity();
  owner = await newPerson(identity, {
    email: "owner@example.test",
    change: { name: "Olga Owner" },
  });
  member = await newPerson(identity, {
    email: "member@example.test",
    change: { name: "Mats Member" },
  });
  stranger = await newPerson(identity, { email: "stranger@example.test" });
  const input = { name: "Co", slug: "company", timeZone: "UTC", locale: "en" };
  const made = await identity.mutate(owner.caller, ["createOrganization", "id"], input);
  organizationId = made.value.id;
  await identity.sql.query("INSERT INTO membership VALUES ($1, $2, 'MEMBER', now())", [
    organizationId,
    member.id,
  ]);
  [owner, member] = (await Promise.all([owner, member].map(again))) as [Person, Person];
});
afterAll(() => identity.stop());

const again = async (person: Person): Promise<Person> => ({
  ...person,
  ...(await callerOf(identity, person.cookie)),
});
const fields =
  "displayName name email timeZone isEmailVerified memberships { role organization { slug } }";
async function account(caller: Caller, id: string) {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { ${fields} } } }`;
  const answer = await identity.ask(caller, query, { of: [{ __typename: "Account", id }] });
  expect(answer.errors).toBeUndefined();
  const withheld = (answer.extensions?.["withheld"] ?? []) as { coordinate: string }[];
  return { seen: answer.data._entities[0], withheld: withheld.map(({ coordinate }) => coordinate) };
}
const hidden = { name: null, email: null, timeZone: null, isEmailVerified: null };
const belongs = [{ role: "MEMBER", organization: { slug: "company" } }];

describe("of an account", () => {
  test("its person sees everything", async () => {
    expect((await account(member.caller, member.id)).seen).toEqual({
      displayName: "Mats Member",
      name: "Mats Member",
      email: "member@example.test",
      timeZone: "Europe/Stockholm",
      isEmailVerified: true,
      memberships: belongs,
    });
  });

  test("an admin sees name, address and the membership that they share, not the settings", async () => {
    const { seen, withheld } = await account(owner.caller, member.id);
    expect(seen).toEqual({
      ...hidden,
      displayName: "Mats Member",
      name: "Mats Member",
      email: "member@example.test",
      memberships: belongs,
    });
    expect(withheld).toEqual(["Account.timeZone", "Account.isEmailVerified"]);
  });

  test("another member sees the name on booking pages and the membership", async () => {
    const { seen } = await account(member.caller, owner.id);
    expect(seen).toMatchObject({ ...hidden, displayName: "Olga Owner" });
    expect(seen.memberships).toEqual([{ role: "OWNER", organization: { slug: "company" } }]);
  });

  test("a stranger and a visitor see the name on booking pages only", async () => {
    for (const caller of [stranger.caller, anonymous]) {
      const { seen, withheld } = await account(caller, member.id);
      expect(seen).toEqual({ ...hidden, displayName: "Mats Member", memberships: null });
      expect(withheld).toContain("Account.email");
    }
  });

  test("nothing is shared across organizations: who governs another one is a stranger", async () => {
    const foreign = {
      ...stranger.caller,
      memberships: [{ organizationId: newId(), role: "OWNER" }],
    };
    const { seen } = await account(foreign as Caller, member.id);
    expect(seen).toMatchObject({ ...hidden, memberships: null });
  });

  test("an unknown id, and what is no id, are nobody", async () => {
    for (const id of [newId(), "x", "\0"])
      expect((await account(owner.caller, id)).seen).toBeNull();
  });
});

describe("the members of an organization", () => {
  const query = `query ($id: ID!) { organizationById(id: $id) {
    members { nodes { role joinedAt account { displayName email } } } } }`;

  test("are listed for members, with addresses for those who govern", async () => {
    const emails = async (caller: Caller) => {
      const { data } = await identity.ask(caller, query, { id: organizationId });
      return data.organizationById.members.nodes.map(
        ({ account }: { account: { email: string | null } }) => account.email,
      );
    };
    expect(await emails(owner.caller)).toEqual(["owner@example.test", "member@example.test"]);
    expect(await emails(member.caller)).toEqual([null, "member@example.test"]);
  });

  test("are nobody's business elsewhere", async () => {
    for (const caller of [anonymous, stranger.caller, mailer]) {
      const { data } = await identity.ask(caller, query, { id: organizationId });
      expect(data.organizationById).toEqual({ members: null });
    }
  });
});

describe("what mails are written from", () => {
  test("is null for everybody but the service that sends mails, sending one", async () => {
    await identity.mutate(anonymous, ["signUp", "nextStep"], form("mailed@example.test"));
    expect((await newestMail(identity)).email).toBe("mailed@example.test");
    const [newest] = (await told(identity, "identity.email-verification.requested")).slice(-1);
    const input = { organizationId, email: "asked@example.test", role: "MEMBER" };
    const invited = await identity.mutate(owner.caller, ["inviteMember", "id"], input);
    const query = `query ($mail: ID!, $invitation: ID!) {
      emailVerification(id: $mail) { link } invitation(id: $invitation) { email link } }`;
    const variables = { mail: newest?.["verificationId"], invitation: invited.value.id };
    const others: Caller[] = [
      anonymous,
      member.caller,
      stranger.caller,
      { kind: "service", service: "integrations", purpose: "provide.integrate" },
      { kind: "service", service: "scheduling", purpose: "provide.notify" },
    ];
    for (const caller of others) {
      const { data } = await identity.ask(caller, query, variables);
      expect(data).toEqual({ emailVerification: null, invitation: null });
    }
    const { data } = await identity.ask(owner.caller, query, variables);
    expect(data).toEqual({
      emailVerification: null,
      invitation: { email: "asked@example.test", link: null },
    });
  });
});

describe("a visitor", () => {
  test("is nobody, and may change nothing", async () => {
    const { data } = await identity.ask(anonymous, "{ me { id } sessions { nodes { id } } }");
    expect(data).toEqual({ me: null, sessions: null });
    const key = { organizationId, accountId: member.id };
    for (const [name, fields, input] of [
      ["createOrganization", "id", { name: "X", slug: "x-y", timeZone: "UTC", locale: "en" }],
      ["inviteMember", "id", { organizationId, email: "a@example.test", role: "MEMBER" }],
      ["acceptInvitation", "role", { token: "x" }],
      ["changeMemberRole", "role", { ...key, role: "OWNER" }],
      ["removeMember", "role", key],
      ["endSession", "id", { sessionId: member.sessionId }],
      ["updateProfile", "id", { name: "X" }],
      ["changePassword", "id", { currentPassword: "x", newPassword: "y".repeat(12) }],
    ] as const) {
      const { code } = await identity.mutate(anonymous, [name, fields], input);
      expect([name, code]).toEqual([name, "UNAUTHENTICATED"]);
    }
  });

  test("does not get as far as GraphQL without the gateway", async () => {
    const response = await identity.service.app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "{ _service { sdl } }" },
    });
    expect(response.statusCode).toBe(401);
  });
});
