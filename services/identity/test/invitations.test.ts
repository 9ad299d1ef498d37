import { anonymous, newId } from "@tidbok/domain";
import { afterAll, describe, expect, test } from "vitest";
import { organizationOperations, type Person } from "./support/organization-operations.ts";
import { newPerson, startIdentity, told } from "./support/start-identity.ts";

const identity = await startIdentity();
const { create, again, invite, accept, mailOf, withMember } = organizationOperations(identity);
let owner: Person = await newPerson(identity, { email: "owner@example.test" });
afterAll(() => identity.stop());

describe("an invitation", () => {
  test("leads by a mail to membership, once, and only for the address that it went to", async () => {
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

  test("is replaced by the next one, is worth nothing when forged, and ends after seven days", async () => {
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

  test("tells no admin whether a guessed address is that of a deactivated member, whose address is hidden", async () => {
    const { organizationId, owner: by, person } = await withMember(owner, "MEMBER");
    await identity.ask(person.caller, "mutation { deactivateAccount { id } }");
    const outcomes = [];
    for (const email of [person.email, "nobody-here@example.test"]) {
      const { code } = await invite(by.caller, { organizationId, email, role: "MEMBER" });
      const query = `query ($id: ID!) { organizationById(id: $id) {
        changes(first: 1) { nodes { kind actorId } } invitations(first: 1) { nodes { role email } } } }`;
      const { data } = await identity.ask(by.caller, query, { id: organizationId });
      const { changes, invitations } = data.organizationById;
      expect(invitations.nodes).toEqual([{ role: "MEMBER", email }]);
      outcomes.push({ code, change: changes.nodes[0] as object });
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toEqual({ change: { kind: "MEMBER_INVITED", actorId: by.id } });
  });

  test("is sent by owners and admins; others hear that it is not for them, or that there is nothing", async () => {
    const { organizationId, person: member } = await withMember(owner, "MEMBER");
    const asked = { organizationId, email: "x@example.test", role: "MEMBER" };
    expect((await invite(member.caller, asked)).code).toBe("FORBIDDEN");
    const stranger = await newPerson(identity, { email: "outside@example.test" });
    const foreign = await invite(stranger.caller, asked);
    const unknown = await invite(stranger.caller, { ...asked, organizationId: newId() });
    expect(foreign.code).toBe("NOT_FOUND");
    expect(foreign.answer).toEqual(unknown.answer);

    const admin = await withMember(owner, "ADMIN");
    const by = { ...asked, organizationId: admin.organizationId };
    expect((await invite(admin.person.caller, by)).code).toBeUndefined();
    expect((await invite(admin.person.caller, { ...by, role: "OWNER" })).code).toBe("FORBIDDEN");
  });
});
