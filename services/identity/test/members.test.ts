import { newId } from "@tidbok/domain";
import { afterAll, describe, expect, test } from "vitest";
import { organizationOperations, type Person } from "./support/organization-operations.ts";
import { callerOf, gateway, newPerson, startIdentity } from "./support/start-identity.ts";

const identity = await startIdentity();
const { accept, again, changeRole, invite, mailOf, remove, withMember } =
  organizationOperations(identity);
const founder = await newPerson(identity, { email: "owner@example.test" });
afterAll(() => identity.stop());

describe("the members of an organization", () => {
  test("may leave, but not the last owner, however many leave at once", async () => {
    const { organizationId, person, owner } = await withMember(founder, "OWNER");
    const leave = (who: Person) => remove(who.caller, { organizationId, accountId: who.id });
    const answers = await Promise.all([leave(owner), leave(person)]);
    expect(answers.map(({ code }) => code ?? "left").sort()).toEqual(["LAST_OWNER", "left"]);
    const last = answers[0]?.code === "LAST_OWNER" ? owner : person;
    const demoted = { organizationId, accountId: last.id, role: "MEMBER" };
    expect((await changeRole(last.caller, demoted)).code).toBe("LAST_OWNER");
  });

  test("have another membership after coming back, which began at a later version of the organization", async () => {
    const { organizationId, owner, person } = await withMember(founder, "MEMBER");
    const versions = async () => {
      const { rows } = await identity.sql.query<{ version: number }>(
        `SELECT aggregate_version::int AS version FROM outbox
         WHERE type = 'identity.member.joined' AND data ->> 'accountId' = $1 ORDER BY seq`,
        [person.id],
      );
      return rows.map(({ version }) => version);
    };
    const query = `query ($token: String!) { sessionCaller(input: { token: $token }) {
      memberships { organizationId version } } }`;
    const known = async () =>
      (await identity.ask(gateway, query, { token: person.cookie })).data.sessionCaller.memberships;
    const [first] = await versions();
    expect(await known()).toEqual([{ organizationId, version: first }]);
    await remove(person.caller, { organizationId, accountId: person.id });
    const { email } = person;
    const invited = await invite(owner.caller, { organizationId, email, role: "MEMBER" });
    const { link } = await mailOf(invited.value.id);
    await accept(person.caller, link.split("#")[1]);
    const [, second] = await versions();
    expect(second).toBeGreaterThan(first ?? 0);
    expect(await known()).toEqual([{ organizationId, version: second }]);
  });

  test("are governed by owners and admins, and owners by owners", async () => {
    const { organizationId, person: admin, owner } = await withMember(founder, "ADMIN");
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
    const demoted = await again(owner);
    expect((await changeRole(demoted.caller, on(owner, "OWNER"))).code).toBe("FORBIDDEN");
    expect((await changeRole(demoted.caller, on(admin, "MEMBER"))).code).toBe("FORBIDDEN");
    expect((await remove(demoted.caller, on(owner))).value.role).toBe("MEMBER");
    expect((await callerOf(identity, owner.cookie)).caller).not.toMatchObject({
      memberships: expect.arrayContaining([expect.objectContaining({ organizationId })]) as unknown,
    });
  });

  test("are to a stranger as unknown as those of no organization", async () => {
    const { organizationId, person } = await withMember(founder, "MEMBER");
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

  test("come in pages with cursors that nobody can make", async () => {
    const { organizationId, owner } = await withMember(founder, "MEMBER");
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
