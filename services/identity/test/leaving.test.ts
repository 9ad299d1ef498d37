import { anonymous, newId, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  callerOf,
  codeOf,
  gateway,
  logIn,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

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
  test("leaves a place without a name in what they share, and is back by logging in", async () => {
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

  test("takes the apps along that they let in, and hears of it in an event", async () => {
    const owner = await newPerson(identity, { email: "app-owner@example.test" });
    const organization = await organizations.create(owner.caller);
    const person = await newPerson(identity, { email: "app-user@example.test" });
    const [appId, grantId] = [newId(), "a-permission"];
    await identity.sql.query(
      "INSERT INTO app VALUES ($1, $2, 'Crm', 'Crm AB', 'provide.integrate', true, '{}', now())",
      [appId, organization.value.id],
    );
    await identity.sql.query(
      `INSERT INTO oauth_record (model, key_hash, payload, grant_id, account_id, app_id, expires_at)
       VALUES ('Grant', sha256('x'), 'sealed', $1, $2, $3, '2100-01-01')`,
      [grantId, person.id, appId],
    );
    const query = `query ($c: ID!, $a: ID!, $g: ID!) {
      clientCaller(clientId: $c, accountId: $a, grantId: $g) { clientId } }`;
    const app = async () =>
      (await identity.ask(gateway, query, { c: appId, a: person.id, g: grantId })).data
        .clientCaller;
    expect(await app()).toEqual({ clientId: appId });
    await deactivate(person.caller);
    expect(await app()).toBeNull();
    expect(await told(identity, "identity.access.changed")).toEqual([
      { appId, accountId: person.id },
    ]);
    await logIn(identity, "app-user@example.test");
    // Whoever comes back lets them in anew.
    expect(await app()).toBeNull();
  });

  test("must have shown lately who they are", async () => {
    const { caller } = await newPerson(identity, { email: "old-session@example.test" });
    const stale = { ...caller, isFresh: false } as Caller;
    expect(codeOf(await deactivate(stale))).toBe("FRESH_LOGIN_REQUIRED");
    expect(codeOf(await close(stale))).toBe("FRESH_LOGIN_REQUIRED");
    expect(codeOf(await close(anonymous))).toBe("UNAUTHENTICATED");
  });
});

describe("somebody who closes their account", () => {
  test("is erased after the days of grace, and not before", async () => {
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

  test("cannot while an organization has no other owner", async () => {
    const owner = await newPerson(identity, { email: "only-owner@example.test" });
    await organizations.create(owner.caller);
    expect(codeOf(await close(owner.caller))).toBe("LAST_OWNER");
    expect((await callerOf(identity, owner.cookie)).id).toBe(owner.id);
  });
});
