import type { Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personalData } from "../src/personal-data.ts";
import { openStore } from "./support/open-store.ts";
import { organizationOperations } from "./support/organization-operations.ts";
import { codeOf, newPerson, startIdentity, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let organizations: ReturnType<typeof organizationOperations>;
beforeAll(async () => {
  identity = await startIdentity();
  organizations = organizationOperations(identity);
});
afterAll(() => identity.stop());

let counter = 0;
const owned = async (role = "MEMBER") => {
  const owner = await newPerson(identity, { email: `owner-${(counter += 1)}@example.test` });
  return organizations.withMember(owner, role);
};
const lists = async (caller: Caller, id: string) => {
  const query = `query ($id: ID!) { organizationById(id: $id) {
    invitations { nodes { id email role } }
    changes { nodes { kind actorId subjectId } } } }`;
  return (await identity.ask(caller, query, { id })).data.organizationById as {
    invitations: { nodes: { id: string; email: string }[] } | null;
    changes: { nodes: { kind: string; actorId: string; subjectId: string }[] } | null;
  };
};

describe("an organization's ownership", () => {
  test("passes to another member, and who had it is an admin", async () => {
    const { organizationId, owner, person } = await owned();
    const input = { organizationId, accountId: person.id };
    const pass = (caller: Caller) =>
      identity.mutate(caller, ["transferOwnership", "accountId role"], input);
    expect((await pass({ ...owner.caller, isFresh: false } as Caller)).code).toBe(
      "FRESH_LOGIN_REQUIRED",
    );
    expect((await pass(person.caller)).code).toBe("FORBIDDEN");
    expect((await pass(owner.caller)).value).toEqual({ accountId: person.id, role: "OWNER" });
    const { caller } = await organizations.again(owner);
    expect(caller).toMatchObject({ memberships: [{ organizationId, role: "ADMIN" }] });
    expect((await pass(caller)).code).toBe("FORBIDDEN");
    const stranger = await newPerson(identity, { email: "stranger@example.test" });
    expect((await pass(stranger.caller)).code).toBe("NOT_FOUND");
  });
});

describe("an organization's settings", () => {
  test("are changed by who governs it, and its address by nobody", async () => {
    const { organizationId, owner, person } = await owned();
    const update = (caller: Caller, change: object) =>
      identity.mutate(caller, ["updateOrganization", "name locale timeZone"], {
        organizationId,
        ...change,
      });
    expect((await update(owner.caller, { name: "Berg AB", locale: "en" })).value).toEqual({
      name: "Berg AB",
      locale: "en",
      timeZone: "Europe/Stockholm",
    });
    const told = async () =>
      (
        await identity.sql.query(
          "SELECT data FROM outbox WHERE type = 'identity.organization.discretion-changed'",
        )
      ).rows;
    expect(await told()).toEqual([]);
    expect((await update(owner.caller, { mayHostsShowAttendees: false })).code).toBeUndefined();
    expect(await told()).toEqual([{ data: { organizationId, mayHostsShowAttendees: false } }]);
    expect((await update(owner.caller, { timeZone: "Mars" })).code).toBe("INVALID_INPUT");
    expect((await update(owner.caller, { slug: "other" })).code).toBe("BAD_REQUEST");
    expect((await update(person.caller, { name: "Mine" })).code).toBe("FORBIDDEN");
    const stranger = await newPerson(identity, { email: "outside@example.test" });
    expect((await update(stranger.caller, { name: "Mine" })).code).toBe("NOT_FOUND");
  });
});

describe("invitations", () => {
  test("are listed for who governs, and taken back with all that is known of their person", async () => {
    const { organizationId, owner, person } = await owned();
    const email = "asked@example.test";
    const { value } = await organizations.invite(owner.caller, {
      organizationId,
      email,
      role: "MEMBER",
    });
    const { link } = await organizations.mailOf(value.id);
    const { invitations } = await lists(owner.caller, organizationId);
    expect(invitations?.nodes).toEqual([{ id: value.id, email, role: "MEMBER" }]);
    expect((await lists(person.caller, organizationId)).invitations).toBeNull();

    const withdraw = (caller: Caller) =>
      identity.mutate(caller, ["withdrawInvitation", "id"], { invitationId: value.id });
    expect((await withdraw(person.caller)).code).toBe("NOT_FOUND");
    expect((await withdraw(owner.caller)).value).toEqual({ id: value.id });
    expect((await withdraw(owner.caller)).code).toBe("NOT_FOUND");
    expect((await lists(owner.caller, organizationId)).invitations?.nodes).toEqual([]);
    const guest = await newPerson(identity, { email });
    const late = await organizations.accept(guest.caller, link.split("#")[1]);
    expect(late.code).toBe("LINK_INVALID");
    const { rows } = await identity.keys.query(
      "SELECT wrapped IS NULL AS gone FROM subject_key WHERE subject_id = $1",
      [value.id],
    );
    expect(rows).toEqual([{ gone: true }]);
  });
});

describe("who changed what", () => {
  test("is read by owners alone, newest first, in ids", async () => {
    const { organizationId, owner, person } = await owned("ADMIN");
    await organizations.changeRole(owner.caller, {
      organizationId,
      accountId: person.id,
      role: "MEMBER",
    });
    await organizations.remove(owner.caller, { organizationId, accountId: person.id });
    const { changes } = await lists(owner.caller, organizationId);
    const [actorId, subjectId] = [owner.id, person.id];
    expect(changes?.nodes).toEqual([
      { kind: "MEMBER_LEFT", actorId, subjectId },
      { kind: "MEMBER_ROLE_CHANGED", actorId, subjectId },
      { kind: "MEMBER_JOINED", actorId: subjectId, subjectId },
      { kind: "MEMBER_INVITED", actorId, subjectId: expect.any(String) as string },
      { kind: "CREATED", actorId, subjectId: null },
    ]);
    expect((await lists(person.caller, organizationId)).changes).toBeNull();
    const stranger = await newPerson(identity, { email: "curious@example.test" });
    expect((await lists(stranger.caller, organizationId)).changes).toBeNull();
  });

  test("keeps nothing of a change that was refused", async () => {
    const { organizationId, owner } = await owned();
    const before = (await lists(owner.caller, organizationId)).changes?.nodes.length;
    const last = await organizations.remove(owner.caller, { organizationId, accountId: owner.id });
    expect(last.code).toBe("LAST_OWNER");
    expect((await lists(owner.caller, organizationId)).changes?.nodes.length).toBe(before);
  });

  test("does not name somebody who was erased", async () => {
    const { organizationId, owner, person } = await owned();
    const used = await openStore(identity);
    await personalData.eraseSubject(used, person.id);
    expect(await personalData.residue(used, person.id)).toBe(0);
    await used.close();
    const { changes } = await lists(owner.caller, organizationId);
    expect(changes?.nodes[0]).toEqual({ kind: "MEMBER_JOINED", actorId: null, subjectId: null });
    const answer = await identity.ask(
      owner.caller,
      'query ($id: ID!) { organizationById(id: $id) { changes(after: "nonsense") { nodes { id } } } }',
      { id: organizationId },
    );
    expect(codeOf(answer)).toBeDefined();
  });
});
