import { anonymous, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organizationOperations } from "./organization-operations.ts";
import {
  callerOf,
  codeOf,
  logIn,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./start-identity.ts";

let identity: Identity;
let organizations: ReturnType<typeof organizationOperations>;
beforeAll(async () => {
  identity = await startIdentity();
  organizations = organizationOperations(identity);
});
afterAll(() => identity.stop());

const day = 86_400_000;
const deactivate = (caller: Caller) =>
  identity.ask(caller, "mutation { deactivateAccount { id deactivatedAt closesAt } }");
const close = (caller: Caller) =>
  identity.ask(caller, "mutation { closeAccount { id deactivatedAt closesAt } }");
const members = async (caller: Caller, id: string) =>
  (
    await identity.ask(
      caller,
      `query ($id: ID!) { organizationById(id: $id) {
        members { nodes { accountId account { displayName name email } } } } }`,
      { id },
    )
  ).data.organizationById.members.nodes as {
    accountId: string;
    account: { displayName: string | null };
  }[];

describe("somebody who deactivates their account", () => {
  it("leaves a place without a name in what they share, and is back by logging in", async () => {
    const owner = await newPerson(identity, { email: "stays@example.test" });
    const {
      organizationId,
      owner: asOwner,
      person,
    } = await organizations.withMember(owner, "ADMIN");
    const { data, extensions } = await deactivate(person.caller);
    expect(data.deactivateAccount).toEqual({
      id: person.id,
      deactivatedAt: new Date(identity.clock.now).toISOString(),
      closesAt: null,
    });
    expect(extensions?.["session"]).toEqual({ cookie: null, maxAgeSeconds: 0 });
    expect(await newestMail(identity)).toMatchObject({
      kind: "ACCOUNT_DEACTIVATED",
      email: person.email,
    });
    await expect(callerOf(identity, person.cookie)).rejects.toThrow();
    const theirs = async () =>
      (await members(asOwner.caller, organizationId)).find(
        ({ accountId }) => accountId === person.id,
      )?.account;
    expect(await theirs()).toEqual({ displayName: null, name: null, email: null });
    await logIn(identity, person.email);
    expect(await theirs()).toMatchObject({ displayName: "Astrid Lindqvist" });
    expect((await told(identity, "identity.account.reactivated")).at(-1)).toEqual({
      accountId: person.id,
    });
  });

  it("must have shown lately who they are", async () => {
    const { caller } = await newPerson(identity, { email: "old-session@example.test" });
    const stale = { ...caller, isFresh: false } as Caller;
    expect(codeOf(await deactivate(stale))).toBe("FRESH_LOGIN_REQUIRED");
    expect(codeOf(await close(stale))).toBe("FRESH_LOGIN_REQUIRED");
    expect(codeOf(await close(anonymous))).toBe("UNAUTHENTICATED");
  });
});

describe("somebody who closes their account", () => {
  it("is erased after the days of grace, and not before", async () => {
    const returning = await newPerson(identity, { email: "returning@example.test" });
    const leaving = await newPerson(identity, { email: "leaving@example.test" });
    await close(returning.caller);
    const { data } = await close(leaving.caller);
    const closesAt = identity.clock.now + 30 * day;
    expect(data.closeAccount.closesAt).toBe(new Date(closesAt).toISOString());
    await logIn(identity, "returning@example.test");
    identity.clock.now = closesAt - 1;
    expect((await told(identity, "identity.account.erased")).length).toBe(0);
    identity.clock.now = closesAt;
    await identity.service.start();
    const erased = await eventually(async () => {
      const events = await told(identity, "identity.account.erased");
      return events.length > 0 && events;
    });
    expect(erased).toEqual([{ accountId: leaving.id }]);
    const { rows } = await identity.sql.query(
      "SELECT id::text, email IS NULL AS gone FROM account WHERE id = ANY($1) ORDER BY id",
      [[returning.id, leaving.id]],
    );
    expect(rows).toEqual([
      { id: returning.id, gone: false },
      { id: leaving.id, gone: true },
    ]);
  });

  it("cannot while an organization has no other owner", async () => {
    const owner = await newPerson(identity, { email: "only-owner@example.test" });
    await organizations.create(owner.caller);
    expect(codeOf(await close(owner.caller))).toBe("LAST_OWNER");
    expect((await callerOf(identity, owner.cookie)).id).toBe(owner.id);
  });
});
