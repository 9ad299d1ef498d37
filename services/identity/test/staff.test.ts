import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endStaff } from "../src/support/actions/enrol-staff.ts";
import { personalData } from "../src/personal-data.ts";
import { openStore } from "./support/open-store.ts";
import { passkeysOf } from "./support/passkey-operations.ts";
import { agentOf, followEnrolment, newAgent, operatorOf } from "./support/staff-operations.ts";
import {
  callerOf,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let agent: Awaited<ReturnType<typeof newAgent>>;
beforeAll(async () => {
  identity = await startIdentity();
});
// Agents' sessions are short, and some tests end them.
beforeEach(async () => {
  agent = await newAgent(identity, "Stina Support");
});
afterAll(() => identity.stop());

const asAgent = () => agentOf(identity, agent.cookie);
const open = async (email: string, change: object = {}) =>
  identity.mutate(await asAgent(), ["openSupportAccess", "id accountId reason expiresAt"], {
    email,
    reason: "LOG_IN_TROUBLE",
    ticket: "T-1001",
    minutes: 60,
    ...change,
  });
const end = (caller: Caller, supportAccessId: string) =>
  identity.mutate(caller, ["endSupportAccess", "id endedAt"], { supportAccessId });
const seen = async (caller: Caller) =>
  (
    await identity.ask(
      caller,
      `{ supportedAccount { id displayName name email timeZone isEmailVerified
        memberships { role organization { slug } } supportAccesses { nodes { id } } }
        me { id } sessions { nodes { id } } passkeys { id } authenticator { accountId } }`,
    )
  ).data;
const accesses = async (caller: Caller) =>
  (
    await identity.ask(
      caller,
      "{ me { supportAccesses { nodes { id reason ticket openedAt expiresAt endedAt } } } }",
    )
  ).data.me.supportAccesses.nodes as Record<string, unknown>[];

describe("an agent", () => {
  test("comes by an operator's link, once and within a day, and by a passkey from then on", async () => {
    const operator = await operatorOf(identity);
    const { token, link, staffId } = await operator.enrol("Sven Support");
    expect(link).toMatch(/^https:\/\/book\.tidbok\.example\/enrol#/);
    const passkeys = passkeysOf(identity);
    const device = passkeys.newDevice();
    const first = await followEnrolment(identity, { token, device });
    expect(first.creation).toMatchObject({ userName: "Sven Support", displayName: "Sven Support" });
    expect((await followEnrolment(identity, { token, device })).code).toBe("LINK_INVALID");
    const { value, session } = await passkeys.logIn(device, first.credentialId);
    expect(value.account).toEqual({ id: staffId });
    expect(session.maxAgeSeconds).toBe(12 * 3_600);

    const late = await operator.enrol("Late");
    identity.clock.now += 86_400_000;
    const tooLate = await followEnrolment(identity, { token: late.token, device });
    expect(tooLate.code).toBe("LINK_INVALID");

    const again = await operator.enrolAgain(staffId);
    expect((await passkeys.logIn(device, first.credentialId)).code).toBe("PASSKEY_REFUSED");
    await expect(agentOf(identity, session.cookie)).rejects.toThrow();
    const renewed = await followEnrolment(identity, { token: again.token, device });
    expect((await passkeys.logIn(device, renewed.credentialId)).code).toBeUndefined();
    const { operating } = operator;
    await operating().store.transaction((store) => endStaff({ ...operating(), store }, staffId));
    expect((await passkeys.logIn(device, renewed.credentialId)).code).toBe("PASSKEY_REFUSED");
    await expect(operator.enrolAgain(newId())).rejects.toThrow();
    const unfollowed = await operator.enrol("Never Came");
    await operating().store.transaction((store) =>
      endStaff({ ...operating(), store }, unfollowed.staffId),
    );
    const afterwards = await followEnrolment(identity, { token: unfollowed.token, device });
    expect(afterwards.code).toBe("LINK_INVALID");
    await operator.close();
  });

  test("has no way in but the passkey, and nothing of an account's", async () => {
    const { rows } = await identity.sql.query(
      "SELECT email, email_index, password_hash FROM account WHERE is_staff",
    );
    for (const row of rows) expect(Object.values(row)).toEqual([null, null, null]);
    await expect(
      identity.sql.query("UPDATE account SET password_hash = '$argon2id$x' WHERE is_staff"),
    ).rejects.toThrow(/account_staff/);
    const caller = await asAgent();
    const { code } = await identity.mutate(caller, ["createOrganization", "id"], {
      name: "Co",
      slug: "support-co",
      timeZone: "UTC",
      locale: "en",
    });
    expect(code).toBe("FORBIDDEN");
    expect((await passkeysOf(identity).begin(caller, "beginPasskeyRegistration")).code).toBe(
      "FORBIDDEN",
    );
  });

  test("ends its sessions and its access by logging out", async () => {
    const { id } = await newPerson(identity, { email: "left-open@example.test" });
    await open("left-open@example.test");
    await identity.ask(await asAgent(), "mutation { logOut { isLoggedOut } }");
    await expect(asAgent()).rejects.toThrow();
    const { rows } = await identity.sql.query(
      "SELECT ended_at IS NOT NULL AS over FROM support_access WHERE account_id = $1",
      [id],
    );
    expect(rows).toEqual([{ over: true }]);
    agent = await newAgent(identity, "Stina Support");
  });
});

describe("what an agent sees of a person", () => {
  const nothing = {
    supportedAccount: null,
    me: null,
    sessions: null,
    passkeys: null,
    authenticator: null,
  };

  test("is nothing without an access, the masked part with one, and nothing once it is over", async () => {
    const person = await newPerson(identity, { email: "anna@example.test" });
    const other = await newPerson(identity, { email: "other@example.test" });
    const input = { name: "Co", slug: "company", timeZone: "UTC", locale: "en" };
    await identity.mutate(person.caller, ["createOrganization", "id"], input);
    expect(await seen(await asAgent())).toEqual(nothing);

    const { value } = await open("anna@example.test", { minutes: 30 });
    // To the agent the access is a fact about somebody else; when it ends is theirs to know.
    expect(value).toEqual({
      id: expect.any(String) as string,
      accountId: person.id,
      reason: null,
      expiresAt: new Date(identity.clock.now + 30 * 60_000).toISOString(),
    });
    expect(await seen(await asAgent())).toEqual({
      ...nothing,
      supportedAccount: {
        id: person.id,
        displayName: "Astrid Lindqvist",
        name: "A. L.",
        email: "a•••@•••.test",
        timeZone: null,
        isEmailVerified: null,
        memberships: [{ role: "OWNER", organization: { slug: "company" } }],
        supportAccesses: null,
      },
    });
    const entity = async (id: string) =>
      (
        await identity.ask(
          await asAgent(),
          "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { name email memberships { role } } } }",
          { of: [{ __typename: "Account", id }] },
        )
      ).data._entities[0];
    expect(await entity(other.id)).toEqual({ name: null, email: null, memberships: null });

    // Another person takes the place of the one before.
    await open("other@example.test");
    expect((await seen(await asAgent())).supportedAccount).toMatchObject({ id: other.id });
    expect(await accesses(person.caller)).toMatchObject([
      { endedAt: new Date(identity.clock.now).toISOString() },
    ]);
    identity.clock.now += 60 * 60_000;
    expect(await seen(await asAgent())).toEqual(nothing);
    expect((await open("other@example.test")).code).toBeUndefined();
  });

  test("is told to the person, who sees when, for which ticket and why, and ends it", async () => {
    const person = await newPerson(identity, { email: "told@example.test" });
    const stranger = await newPerson(identity, { email: "stranger@example.test" });
    const { value } = await open("told@example.test");
    expect(await newestMail(identity)).toMatchObject({
      kind: "SUPPORT_ACCESS",
      email: "told@example.test",
    });
    expect(await accesses(person.caller)).toEqual([
      {
        id: value.id,
        reason: "LOG_IN_TROUBLE",
        ticket: "T-1001",
        openedAt: new Date(identity.clock.now).toISOString(),
        expiresAt: new Date(identity.clock.now + 3_600_000).toISOString(),
        endedAt: null,
      },
    ]);
    expect((await end(stranger.caller, value.id)).code).toBe("NOT_FOUND");
    expect((await end(anonymous, value.id)).code).toBe("UNAUTHENTICATED");
    const ended = await end(person.caller, value.id);
    expect(ended.value.endedAt).toBe(new Date(identity.clock.now).toISOString());
    expect((await seen(await asAgent())).supportedAccount).toBeNull();
    expect((await end(person.caller, value.id)).value).toEqual(ended.value);
    const about = { supportAccessId: value.id, staffId: agent.staffId, accountId: person.id };
    expect((await told(identity, "identity.support-access.opened")).at(-1)).toEqual(about);
    expect(
      (await told(identity, "identity.support-access.ended")).filter(
        ({ supportAccessId }) => supportAccessId === value.id,
      ),
    ).toEqual([about]);
  });

  test("is opened by agents alone, for an hour at most, for a ticket and a reason, to who exists", async () => {
    const { caller } = await newPerson(identity, { email: "asked@example.test" });
    const input = { email: "asked@example.test", reason: "LOG_IN_TROUBLE", ticket: "T-1" };
    const as = (who: Caller) =>
      identity.mutate(who, ["openSupportAccess", "id"], { ...input, minutes: 10 });
    expect((await as(caller)).code).toBe("FORBIDDEN");
    expect((await as(anonymous)).code).toBe("UNAUTHENTICATED");
    for (const bad of [
      { minutes: 0 },
      { minutes: 61 },
      { ticket: "" },
      { ticket: "about Anna Andersson" },
    ]) {
      expect([bad, (await open("asked@example.test", bad)).code]).toEqual([bad, "INVALID_INPUT"]);
    }
    expect((await open("nobody@example.test")).code).toBe("NOT_FOUND");
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < 31; count++) codes.push((await open("nobody@example.test")).code);
    expect(codes.at(-1)).toBe("RATE_LIMITED");
    await identity.sql.query("DELETE FROM rate_limit");
    await expect(
      identity.sql.query(
        "UPDATE support_access SET expires_at = opened_at + interval '61 minutes', ended_at = NULL",
      ),
    ).rejects.toThrow(/support_access/);
  });

  test("is handed out to the person, and names nobody once they are erased", async () => {
    const person = await newPerson(identity, { email: "erased@example.test" });
    await open("erased@example.test", { ticket: "T-77" });
    const used = await openStore(identity);
    const { support_access: given } = await personalData.exportSubject(used, person.id);
    expect(given).toMatchObject([{ ticket: "T-77", reason: "LOG_IN_TROUBLE" }]);
    expect(JSON.stringify(given)).not.toContain(agent.staffId);
    await personalData.eraseSubject(used, person.id);
    expect(await personalData.residue(used, person.id)).toBe(0);
    expect((await seen(await asAgent())).supportedAccount).toBeNull();
    await used.close();
    const { rows } = await identity.sql.query("SELECT FROM support_access WHERE ticket = 'T-77'");
    expect(rows).toEqual([]);
  });
});

test("a person is no agent by what they have, nor an agent a person", async () => {
  const { cookie } = await newPerson(identity, { email: "plain@example.test" });
  await expect(agentOf(identity, cookie)).rejects.toThrow("no agent");
  expect((await callerOf(identity, cookie)).caller.kind).toBe("account");
});
