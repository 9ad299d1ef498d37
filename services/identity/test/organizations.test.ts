import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  callerOf,
  mailer,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./start-identity.ts";

type Person = Awaited<ReturnType<typeof newPerson>>;
let identity: Identity;
let owner: Person;
let counter = 0;
beforeAll(async () => {
  identity = await startIdentity();
  owner = await newPerson(identity, { email: "owner@example.test" });
});
afterAll(() => identity.stop());

const fields = "id slug name locale timeZone createdAt members { nodes { role } }";
const create = (caller: Caller, change: object = {}) =>
  identity.mutate(caller, ["createOrganization", fields], {
    name: "Lindqvist & Co",
    slug: `company-${(counter += 1)}`,
    timeZone: "Europe/Stockholm",
    locale: "sv",
    ...change,
  });
const invite = (caller: Caller, input: object) =>
  identity.mutate(caller, ["inviteMember", "id role email link expiresAt"], input);
const accept = (caller: Caller, token: string) =>
  identity.mutate(caller, ["acceptInvitation", "accountId role organization { id }"], { token });
const remove = (caller: Caller, input: object) =>
  identity.mutate(caller, ["removeMember", "accountId role"], input);
const changeRole = (caller: Caller, input: object) =>
  identity.mutate(caller, ["changeMemberRole", "accountId role"], input);
/** The same person as the gateway knows them now. */
const again = async (person: Person): Promise<Person> => ({
  ...person,
  ...(await callerOf(identity, person.cookie)),
});
const mailOf = async (id: string) => {
  const query = `query ($id: ID!) { invitation(id: $id) { email link locale organization { name } } }`;
  return (await identity.ask(mailer, query, { id })).data.invitation;
};

/** An organization of the owner's, and a person who joined it by invitation. */
async function withMember(role: string) {
  const { value } = await create(owner.caller);
  owner = await again(owner);
  const email = `${role.toLowerCase()}-${(counter += 1)}@example.test`;
  const person = await newPerson(identity, { email });
  const invited = await invite(owner.caller, { organizationId: value.id, email, role });
  const { link } = await mailOf(invited.value.id);
  await accept(person.caller, link.split("#")[1]);
  return { organizationId: value.id as string, person: await again(person) };
}

describe("an organization", () => {
  it("is made by its owner, and its public side is everybody's", async () => {
    const { value } = await create(owner.caller, { slug: "lindqvist" });
    expect(value).toMatchObject({ slug: "lindqvist", locale: "sv", members: null });
    owner = await again(owner);
    expect(owner.caller).toMatchObject({
      memberships: [{ organizationId: value.id, role: "OWNER" }],
    });
    for (const [query, variables] of [
      [
        `query ($slug: String!) { found: organization(slug: $slug) { ${fields} } }`,
        { slug: "lindqvist" },
      ],
      [`query ($id: ID!) { found: organizationById(id: $id) { ${fields} } }`, { id: value.id }],
    ] as const) {
      const { data } = await identity.ask(anonymous, query, variables);
      expect(data.found).toEqual(value);
      const own = await identity.ask(owner.caller, query, variables);
      expect(own.data.found.members).toEqual({ nodes: [{ role: "OWNER" }] });
    }
    const place = { organizationId: value.id };
    expect(await told(identity, "identity.organization.created")).toContainEqual({
      ...place,
      ownerId: owner.id,
    });
    expect(await told(identity, "identity.member.joined")).toContainEqual({
      ...place,
      accountId: owner.id,
      role: "OWNER",
    });
  });

  it("has an address that nobody else has, even when both ask at once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => create(owner.caller, { slug: "wanted" })),
    );
    const codes = answers.map(({ code }) => code ?? "made").sort();
    expect(codes).toEqual(["SLUG_TAKEN", "SLUG_TAKEN", "made"]);
  });

  it("is made once for a key", async () => {
    const asked = { slug: "once-only", idempotencyKey: "create-0001" };
    const answers = await Promise.all([1, 2].map(() => create(owner.caller, asked)));
    expect(answers[0]?.value.id).toBe(answers[1]?.value.id);
    const other = await create(owner.caller, { ...asked, name: "Another" });
    expect(other.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it.each([
    [{ slug: "Upper" }, "slug WRONG_FORMAT"],
    [{ slug: "graphql" }, "slug RESERVED"],
    [{ name: " " }, "name TOO_SMALL"],
    [{ name: "a\u0000b" }, "name CONTROL_CHARACTER"],
    [{ timeZone: "Nowhere/Town", locale: "xx" }, "timeZone UNKNOWN_TIME_ZONE,locale NOT_OFFERED"],
  ])("refuses %o", async (change, wanted) => {
    const { answer } = await create(owner.caller, change);
    const problems = answer.errors?.[0]?.extensions["problems"] as { path: string; code: string }[];
    expect(problems.map(({ path, code }) => `${path} ${code}`).join()).toBe(wanted);
  });

  it("is nobody's who is not logged in, and none is found by what is no address or id", async () => {
    expect((await create(anonymous)).code).toBe("UNAUTHENTICATED");
    for (const text of ["no-such", "", "\0", "A B", "x".repeat(10_000)]) {
      const { data, errors } = await identity.ask(
        anonymous,
        "query ($text: String!, $id: ID!) { organization(slug: $text) { id } organizationById(id: $id) { id } }",
        { text, id: text },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ organization: null, organizationById: null });
    }
  });
});

describe("an invitation", () => {
  it("leads by a mail to membership, once, and only for the address that it went to", async () => {
    const { value } = await create(owner.caller);
    owner = await again(owner);
    const organizationId = value.id as string;
    const invited = await invite(owner.caller, {
      organizationId,
      email: "New@example.test",
      role: "ADMIN",
    });
    expect(invited.value).toMatchObject({ role: "ADMIN", email: "New@example.test", link: null });
    const mail = await mailOf(invited.value.id);
    expect(mail).toMatchObject({
      email: "New@example.test",
      locale: "sv",
      organization: { name: "Lindqvist & Co" },
    });
    expect(mail.link).toMatch(/^https:\/\/book\.tidbok\.example\/invitation#/);
    expect(await told(identity, "identity.invitation.sent")).toContainEqual({
      invitationId: invited.value.id,
      organizationId,
    });

    const token = mail.link.split("#")[1] as string;
    const other = await newPerson(identity, { email: "other@example.test" });
    const person = await newPerson(identity, { email: "new@example.test" });
    expect((await accept(anonymous, token)).code).toBe("UNAUTHENTICATED");
    expect((await accept(other.caller, token)).code).toBe("INVITATION_NOT_YOURS");
    const joined = await Promise.all([accept(person.caller, token), accept(person.caller, token)]);
    joined.push(await accept(person.caller, token));
    for (const { answer } of joined) {
      expect(answer.data.acceptInvitation).toMatchObject({ accountId: person.id, role: "ADMIN" });
    }
    const joins = await told(identity, "identity.member.joined");
    expect(joins.filter(({ accountId }) => accountId === person.id)).toHaveLength(1);
    const asked = { organizationId, email: "new@example.test", role: "MEMBER" };
    expect((await invite(owner.caller, asked)).code).toBe("ALREADY_MEMBER");
  });

  it("is replaced by the next one, is worth nothing when forged, and ends after seven days", async () => {
    const { value } = await create(owner.caller);
    owner = await again(owner);
    const person = await newPerson(identity, { email: "slow@example.test" });
    const asked = { organizationId: value.id, email: "slow@example.test", role: "MEMBER" };
    const tokenOf = async (id: string) => (await mailOf(id)).link.split("#")[1] as string;
    const first = await tokenOf((await invite(owner.caller, asked)).value.id);
    const second = await tokenOf((await invite(owner.caller, asked)).value.id);
    expect((await accept(person.caller, first)).code).toBe("LINK_INVALID");
    expect((await accept(person.caller, `${second}x`)).code).toBe("LINK_INVALID");
    identity.clock.now += 7 * 86_400_000;
    expect((await accept(person.caller, second)).code).toBe("LINK_EXPIRED");
  });

  it("is sent by owners and admins; others hear that it is not for them, or that there is nothing", async () => {
    const { organizationId, person: member } = await withMember("MEMBER");
    const asked = { organizationId, email: "x@example.test", role: "MEMBER" };
    expect((await invite(member.caller, asked)).code).toBe("FORBIDDEN");
    const stranger = await newPerson(identity, { email: "outside@example.test" });
    const foreign = await invite(stranger.caller, asked);
    const unknown = await invite(stranger.caller, { ...asked, organizationId: newId() });
    expect(foreign.code).toBe("NOT_FOUND");
    expect(foreign.answer).toEqual(unknown.answer);

    const admin = await withMember("ADMIN");
    const by = { ...asked, organizationId: admin.organizationId };
    expect((await invite(admin.person.caller, by)).code).toBeUndefined();
    expect((await invite(admin.person.caller, { ...by, role: "OWNER" })).code).toBe("FORBIDDEN");
  });
});

describe("the members of an organization", () => {
  it("may leave, but not the last owner, however many leave at once", async () => {
    const { organizationId, person } = await withMember("OWNER");
    const leave = (who: Person) => remove(who.caller, { organizationId, accountId: who.id });
    const answers = await Promise.all([leave(owner), leave(person)]);
    expect(answers.map(({ code }) => code ?? "left").sort()).toEqual(["LAST_OWNER", "left"]);
    const last = answers[0]?.code === "LAST_OWNER" ? owner : person;
    const demoted = { organizationId, accountId: last.id, role: "MEMBER" };
    expect((await changeRole(last.caller, demoted)).code).toBe("LAST_OWNER");
  });

  it("are governed by owners and admins, and owners by owners", async () => {
    const { organizationId, person: admin } = await withMember("ADMIN");
    const on = (person: Person, role?: string) => ({
      organizationId,
      accountId: person.id,
      ...(role && { role }),
    });
    expect((await remove(admin.caller, on(owner))).code).toBe("FORBIDDEN");
    expect((await changeRole(admin.caller, on(admin, "OWNER"))).code).toBe("FORBIDDEN");
    expect((await changeRole(owner.caller, on(admin, "OWNER"))).value.role).toBe("OWNER");
    expect((await changeRole((await again(admin)).caller, on(owner, "MEMBER"))).value.role).toBe(
      "MEMBER",
    );
    owner = await again(owner);
    expect((await changeRole(owner.caller, on(owner, "OWNER"))).code).toBe("FORBIDDEN");
    expect((await changeRole(owner.caller, on(admin, "MEMBER"))).code).toBe("FORBIDDEN");
    expect((await remove(owner.caller, on(owner))).value.role).toBe("MEMBER");
    expect((await callerOf(identity, owner.cookie)).caller).not.toMatchObject({
      memberships: expect.arrayContaining([expect.objectContaining({ organizationId })]) as unknown,
    });
  });

  it("are to a stranger as unknown as those of no organization", async () => {
    const { organizationId, person } = await withMember("MEMBER");
    const stranger = await newPerson(identity, { email: "nosy@example.test" });
    for (const act of [remove, changeRole]) {
      const input = {
        organizationId,
        accountId: person.id,
        ...(act === changeRole && { role: "ADMIN" }),
      };
      const foreign = await act(stranger.caller, input);
      const unknown = await act(stranger.caller, { ...input, organizationId: newId() });
      expect(foreign.code).toBe("NOT_FOUND");
      expect(foreign.answer).toEqual(unknown.answer);
    }
  });

  it("come in pages with cursors that nobody can make", async () => {
    const { organizationId } = await withMember("MEMBER");
    const page = async (after: string | null) =>
      identity.ask(
        owner.caller,
        `query ($id: ID!, $after: String) { organizationById(id: $id) {
          members(first: 1, after: $after) { edges { cursor node { accountId } } pageInfo { hasNextPage endCursor } } } }`,
        { id: organizationId, after },
      );
    const first = (await page(null)).data.organizationById.members;
    const second = (await page(first.pageInfo.endCursor)).data.organizationById.members;
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(second.edges[0].node).not.toEqual(first.edges[0].node);
    const forged = await page(Buffer.from(JSON.stringify([newId()])).toString("base64url"));
    expect(forged.errors?.[0]?.extensions.code).toBe("INVALID_INPUT");
  });
});
